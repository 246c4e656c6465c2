import { test } from '@japa/runner'
import { isPublicAddress } from '../../../app/smtp_admin/diagnostics/discovery/public_address.js'

const PUBLIC = [
  ...['8.8.8.8', '1.1.1.1', '93.184.216.34', '172.32.0.1', '100.128.0.1', '223.255.255.255'],
  ...['2606:4700::1111', '2a00:1450:4001:801::200e', '2001:4860:4860::8888', '::ffff:8.8.8.8'],
]

const OTHERS = [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255'],
  ...['172.16.0.1', '172.31.255.255', '192.168.0.1', '100.64.0.1', '100.127.255.255'],
  ...['169.254.169.254', '169.254.0.1', '192.0.0.192', '198.18.0.1', '224.0.0.1'],
  ...['239.255.255.250', '255.255.255.255', '240.0.0.1'],
  ...['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1'],
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:169.254.169.254'],
  ...['::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '100::1', '2001:db8::1'],
  ...['', 'localhost', '127.1', '0x7f000001', '2130706433', '8.8.8.8.8', 'example.com'],
]

test.group('An address', () => {
  for (const address of PUBLIC) {
    test(`${address} is public`, ({ assert }) => {
      assert.isTrue(isPublicAddress(address))
    })
  }

  for (const address of OTHERS) {
    test(`${address || 'that is empty'} is not public`, ({ assert }) => {
      assert.isFalse(isPublicAddress(address))
    })
  }
})
