/** What receivers find in DNS about a sender’s domain: SPF, DMARC and DKIM. */
export default {
  spfGood: 'The SPF record names the servers that send for the domain.',
  spfGoodWith: 'The SPF record names the servers that send for the domain, {provider} among them.',
  spfRefuses: 'Mail from all other servers is to be refused (-all).',
  spfSuspects: 'Mail from all other servers is to be suspected (~all).',
  spfSaysNothing: 'It says nothing of all other servers (?all), so it protects from nothing.',
  spfLetsAll: 'It lets every server in the world send for the domain (+all).',
  spfNoEnding: 'It says nothing of all other servers: add ~all or -all.',
  spfMissing: '{domain} has no SPF record: receivers cannot tell which servers may send its mail.',
  spfNoDomain: '{domain} does not exist in DNS: mail from it is refused nearly everywhere.',
  spfSeveral:
    '{domain} has {count} SPF records, which receivers take for an error. Make one of them.',
  spfUnknownPart:
    'The SPF record has a part that SPF does not know: receivers take that for an error.',
  spfIncludesNone:
    'The SPF record includes {name}, which has no SPF record: receivers take that for an error.',
  spfIncludesSeveral:
    'The SPF record includes {name}, which has several SPF records: receivers take that for an error.',
  spfLookups:
    'The SPF record needs more than {most} lookups in DNS, which receivers take for an error. Take out what is not needed any more.',
  spfLacks: 'It does not include {name}, which {provider} asks for.',
  spfIncomplete: 'Not everything that it includes could be looked up.',
  dmarcNone: 'Mail that fails is to be delivered all the same (p=none): it only asks for reports.',
  dmarcQuarantine: 'Mail that fails is to be treated as spam (p=quarantine).',
  dmarcReject: 'Mail that fails is to be refused (p=reject).',
  dmarcMissing:
    '{domain} has no DMARC record. Large receivers ask for one from whoever sends much: begin with v=DMARC1; p=none.',
  dmarcMissingAbove:
    'Neither {domain} nor {organisation} has a DMARC record. Large receivers ask for one from whoever sends much: begin with v=DMARC1; p=none.',
  dmarcAbove: 'The record of the domain above it, {owner}, counts.',
  dmarcSeveral:
    'There are {count} DMARC records, which receivers take for none at all. Make one of them.',
  dmarcNoPolicy:
    'The DMARC record has no policy that is known: p is to be none, quarantine or reject.',
  dkimNoSelector:
    'This is no selector. Enter the word that stands before ._domainkey in the record that the provider gave you.',
  dkimMissing: 'There is no key at {name}: receivers cannot check signatures made with it.',
  dkimSeveral: 'There are {count} keys of this name. Receivers may take any of them.',
  dkimRevoked: 'The key was revoked (p is empty): every signature made with it fails.',
  dkimNoKey: 'The record is no key for DKIM: it needs v=DKIM1 and p with the public key.',
  dkimUnreadable: 'The public key cannot be read. Copy the record again, in one piece.',
  dkimTooShort: 'The key has only {bits} bits, which receivers do not accept any more.',
  dkimRsa: 'The key is there (RSA, {bits} bits).',
  dkimEd25519: 'The key is there (Ed25519).',
  dkimShort: '{bits} bits are better.',
  dkimTest: 'It is marked as a test (t=y), so receivers may ignore it.',
}
