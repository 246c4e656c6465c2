import { test } from '@japa/runner'
import { parseAutoconfig } from '../../../app/smtp_admin/diagnostics/discovery/autoconfig.js'
import { xmlTokens } from '../../../app/smtp_admin/diagnostics/discovery/autoconfig.js'
import { autoconfigFile, outgoingServer } from '../../helpers/dns/autoconfig_server.js'

function read(outgoing: string) {
  return parseAutoconfig(autoconfigFile(outgoing), 'example.test')
}

const SERVER = {
  host: 'smtp.example.test',
  port: 587,
  encryption: 'starttls',
  usernameHint: { key: 'providers.address' },
  isOAuthOnly: false,
}

const HOST = { hostname: 'smtp.example.test' }

test.group('An autoconfig document', () => {
  test('lists its outgoing servers, in order', ({ assert }) => {
    const tls = outgoingServer({ ...HOST, port: 465, socketType: 'SSL' })

    assert.deepEqual(read(tls + outgoingServer(HOST)), [
      { ...SERVER, port: 465, encryption: 'tls' },
      SERVER,
    ])
  })

  for (const [what, outgoing, expected] of [
    ['%EMAILDOMAIN% in the host', outgoingServer({ hostname: 'smtp.%EMAILDOMAIN%' }), {}],
    ['a host in capitals', outgoingServer({ hostname: 'SMTP.Example.TEST' }), {}],
    ['no encryption', outgoingServer({ ...HOST, socketType: 'plain' }), { encryption: 'none' }],
    [
      'the local part as username',
      outgoingServer({ ...HOST, username: '%EMAILLOCALPART%' }),
      { usernameHint: { key: 'providers.localPart' } },
    ],
    [
      'a username of its own making',
      outgoingServer({ ...HOST, username: '%EMAILLOCALPART%.x' }),
      { usernameHint: null },
    ],
    ['only OAuth 2', outgoingServer({ ...HOST, authentication: 'OAuth2' }), { isOAuthOnly: true }],
    [
      'comments, CDATA and blanks',
      `<outgoingServer  type='smtp' ><!-- <hostname>no.test</hostname> -->
       <hostname><![CDATA[ smtp.example.test ]]></hostname><port> 587
       </port><socketType>starttls</socketType><empty/><username>%EMAILADDRESS%</username>
       </outgoingServer>`,
      {},
    ],
  ] as const) {
    test(`may have ${what}`, ({ assert }) => {
      assert.deepEqual(read(outgoing), [{ ...SERVER, ...expected }])
    })
  }

  for (const [what, outgoing] of [
    ['has no server for sending', ''],
    ['has no host', outgoingServer({ hostname: '' })],
    ['has a host that is none', outgoingServer({ hostname: 'smtp example test' })],
    ['has a host with a tag', outgoingServer({ hostname: 'smtp.<b>example</b>.test' })],
    ['has an entity in the host', outgoingServer({ hostname: 'smtp&#46;example.test' })],
    ['asks for the local part in the host', outgoingServer({ hostname: '%EMAILLOCALPART%.test' })],
    ['has a number as host', outgoingServer({ hostname: '2130706433' })],
    ['has port 0', outgoingServer({ ...HOST, port: 0 })],
    ['has a port that is too high', outgoingServer({ ...HOST, port: 65536 })],
    ['has a port in hexadecimal', outgoingServer({ ...HOST, port: '0x24b' })],
    ['has no encryption that is known', outgoingServer({ ...HOST, socketType: 'magic' })],
    ['is for something else', outgoingServer(HOST).replace('"smtp"', '"exchange"')],
    ['never ends', outgoingServer(HOST).replace('</outgoingServer>', '<!--')],
  ]) {
    test(`that ${what} has no usable server`, ({ assert }) => {
      assert.deepEqual(read(outgoing), [])
    })
  }

  test('is limited to five servers', ({ assert }) => {
    assert.lengthOf(read(outgoingServer(HOST).repeat(100)), 5)
  })

  for (const [what, text] of [
    ['nothing', ''],
    ['a page', '<!doctype html><html><body>Not found</body></html>'],
    ['JSON', '{"clientConfig": true}'],
    ['a document type', `<!DOCTYPE clientConfig>${autoconfigFile(outgoingServer(HOST))}`],
    ['an entity', `${autoconfigFile(outgoingServer(HOST))}<!ENTITY a "b">`],
    ['too much', autoconfigFile(outgoingServer(HOST)) + ' '.repeat(64 * 1024)],
  ]) {
    test(`cannot be ${what}`, ({ assert }) => {
      assert.throws(
        () => parseAutoconfig(text, 'example.test'),
        /^discovery\.(noConfigurationFile|documentType)$/
      )
    })
  }

  for (const [what, text] of [
    ['beginnings of tags', '<'.repeat(60_000)],
    ['tags that do not end', '<a '.repeat(20_000)],
    ['elements within each other', '<outgoingServer type="smtp"><hostname>'.repeat(1600)],
    ['blanks in a tag', `<outgoingServer ${' '.repeat(60_000)}type="smtp">`],
    ['comments', '<!--'.repeat(15_000)],
    ['text in one element', `<outgoingServer type="smtp"><hostname>${'a<b/>'.repeat(12_000)}`],
    ['attributes', `<outgoingServer ${'type = '.repeat(9000)}>`],
  ]) {
    test(`full of ${what} is parsed in milliseconds`, ({ assert }) => {
      const start = performance.now()

      assert.deepEqual(parseAutoconfig(`<clientConfig>${text}`, 'example.test'), [])

      assert.isBelow(performance.now() - start, 100)
    })
  }
})

test.group('XML tokens', () => {
  test('follow the order of the document', ({ assert }) => {
    assert.deepEqual(Array.from(xmlTokens('<?xml?><a b="c">d<!-- e --><f/></a>')), [
      { kind: 'open', name: 'a', attributes: ' b="c"' },
      { kind: 'text', text: 'd' },
      { kind: 'open', name: 'f', attributes: '/' },
      { kind: 'close', name: 'f' },
      { kind: 'close', name: 'a' },
    ])
  })
})
