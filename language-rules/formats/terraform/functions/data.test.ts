import { describe, expect, it } from 'vitest'
import { isFunction } from '../call.ts'
import { valueOfExpression } from './function.fixture.ts'

const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  encodings: {
    'base64encode("añ")': '"YcOx"',
    'base64decode("YcOx")': '"añ"',
    'base64decode("///")': 'error',
    'base64gzip("a")': '? dynamic',
    'csvdecode("id,type\\n1,\\"t3,x\\"\\n\\n2,m5")': '[{"id":"1","type":"t3,x"},{"id":"2","type":"m5"}]',
    'csvdecode("a,b\\n1")': 'error',
    'jsondecode("{\\"a\\": [1, null]}").a': '[1,null]',
    'jsondecode("{")': 'error',
    'jsonencode({b = "<&>", a = [1.5, null]})': '"{\\"a\\":[1.5,null],\\"b\\":\\"\\\\u003c\\\\u0026\\\\u003e\\"}"',
    'textencodebase64("Hi", "UTF-16LE")': '"SABpAA=="',
    'textdecodebase64("SABpAA==", "UTF-16LE")': '"Hi"',
    'urlencode("a b/ü!")': '"a+b%2F%C3%BC%21"',
    'urldecode("a+b%2F")': '"a b/"',
    'yamldecode("a: &x [1, yes]\\nb: *x")': '{"a":[1,"yes"],"b":[1,"yes"]}',
    'yamldecode("a: [")': 'error',
    'yamldecode("a: 1\\n---\\nb: 2")': 'error',
    'yamlencode({b = [1, {c = "x", d = {}}], a = null})':
      '"\\"a\\": null\\n\\"b\\":\\n- 1\\n- \\"c\\": \\"x\\"\\n  \\"d\\": {}\\n"',
  },
  times: {
    'formatdate("DD MMM YYYY hh:mm ZZZ", "2026-11-02T23:12:01Z")': '"02 Nov 2026 23:12 UTC"',
    'formatdate("EEEE, D-M-YY H:mm:s aa ZZZZZ", "2026-11-02T15:04:09-08:00")': '"Monday, 2-11-26 3:04:9 pm -08:00"',
    'formatdate("h \'o\'\'clock\'", "2026-11-02T15:04:09Z")': '"15 o\'clock"',
    'formatdate("QQ", "2026-11-02T15:04:09Z")': 'error',
    'formatdate("YYYY", "2026-02-30T00:00:00Z")': 'error',
    'timeadd("2026-11-22T23:30:00Z", "1h30m")': '"2026-11-23T01:00:00Z"',
    'timeadd("2026-11-22T00:00:00+02:00", "-2h0.5m")': '"2026-11-21T21:59:30+02:00"',
    'timeadd("2026-11-22T00:00:00Z", "1d")': 'error',
    'timecmp("2026-11-22T01:00:00Z", "2026-11-22T00:00:00-01:00")': '0',
    'timecmp("2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z")': '-1',
    'timestamp()': '? dynamic',
    'plantimestamp()': '? dynamic',
  },
  networks: {
    'cidrhost("10.12.112.0/20", 268)': '"10.12.113.12"',
    'cidrhost("10.0.0.0/24", -2)': '"10.0.0.254"',
    'cidrhost("10.0.0.0/30", 4)': 'error',
    'cidrhost("fd00:fd12:3456:7890:00a2::/72", 34)': '"fd00:fd12:3456:7890::22"',
    'cidrnetmask("172.16.0.0/12")': '"255.240.0.0"',
    'cidrnetmask("fd00::/8")': 'error',
    'cidrsubnet("10.0.0.0/16", 8, 5)': '"10.0.5.0/24"',
    'cidrsubnet("10.1.2.240/28", 1, 1)': '"10.1.2.248/29"',
    'cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162)': '"fd00:fd12:3456:7800:a200::/72"',
    'cidrsubnet("10.0.0.0/16", 8, 256)': 'error',
    'cidrsubnet("10.0.0/16", 8, 1)': 'error',
    'cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)': '["10.1.0.0/20","10.1.16.0/20","10.1.32.0/24","10.1.48.0/20"]',
    'cidrsubnets("10.0.0.0/30", 1, 1, 1)': 'error',
    'cidrcontains("192.168.0.0/20", "192.168.2.1")': 'true',
    'cidrcontains("fe80::/48", "fe81::1")': 'false',
  },
  'hashes and identifiers, on which no price hangs': {
    'md5("a")': '? dynamic',
    'sha256("a")': '? dynamic',
    'bcrypt("a")': '? dynamic',
    'uuid()': '? dynamic',
    'uuidv5("dns", "a")': '? dynamic',
    'base64sha256("a")': '? dynamic',
    'rsadecrypt("a", "b")': '? dynamic',
    'filesha256("a")': '? dynamic',
  },
  'functions of providers': {
    'provider::terraform::encode_expr({b = [1, "$${x}"], a = {}})': '"{\\n  a = {}\\n  b = [1, \\"$${x}\\"]\\n}"',
    'provider::terraform::encode_tfvars({type = "t3.micro", n = 2})': '"n    = 2\\ntype = \\"t3.micro\\"\\n"',
    'provider::terraform::encode_tfvars({"a b" = 1})': 'error',
    'provider::terraform::decode_tfvars("n = 2\\nt = [\\"a\\"]")': '{"n":2,"t":["a"]}',
    'provider::terraform::decode_tfvars("n = ")': 'error',
    'provider::kubernetes::manifest_decode_multi("a: 1")': '? unsupported',
    'provider::other::thing(1)': '? unsupported',
  },
}

describe.each(Object.entries(tables))('%s', (_, table) => {
  it.each(Object.entries(table))('%s = %s', (expression, result) => {
    expect(valueOfExpression(expression)).toBe(result)
  })
})

describe('files', () => {
  const files = {
    'sizes.json': '{"web": "t3.small"}',
    'tpl/a.tftpl':
      '%{ for n in names ~}\n${upper(n)};\n%{ endfor ~}\nend "\\n" $${x}%{ if on } on%{ else } off%{ endif }',
    'tpl/b.txt': 'b',
    'tpl/loop.tftpl': '${templatefile("tpl/loop.tftpl", {})}',
  }
  const table = {
    'jsondecode(file("${path.module}/sizes.json")).web': '"t3.small"',
    'file("./tpl/../tpl/b.txt")': '"b"',
    'file("none.txt")': '? missing-file',
    'file("/etc/hosts")': '? missing-file',
    'file("../secret")': '? missing-file',
    'try(file("none.txt"), "x")': '? missing-file',
    'fileexists("sizes.json")': 'true',
    'fileexists("none.txt")': '? missing-file',
    'fileset("tpl", "*.{tftpl,txt}")': '["a.tftpl","b.txt","loop.tftpl"]',
    'fileset(path.module, "**/b.*")': '["tpl/b.txt"]',
    'fileset(path.module, "tpl/b.*")': '["tpl/b.txt"]',
    'fileset(path.module, "./tpl/{a,b}.t*")': '["tpl/a.tftpl","tpl/b.txt"]',
    'fileset("tpl", "../*.json")': '["../sizes.json"]',
    'fileset("..", "*")': '? missing-file',
    'filebase64("sizes.json")': '? dynamic',
    'basename("a/b/c.tf")': '"c.tf"',
    'dirname("a/./b/c.tf")': '"a/b"',
    'dirname("c.tf")': '"."',
    'pathexpand("~/x")': '? dynamic',
    'pathexpand("/x")': '"/x"',
    'abspath("x")': '? dynamic',
    'templatefile("${path.module}/tpl/a.tftpl", {names = ["x", "y"], on = true})':
      '"X;\\nY;\\nend \\"\\\\n\\" ${x} on"',
    'templatefile("tpl/a.tftpl", {names = var.unknown, on = true})': '? absent',
    'templatefile("none.tftpl", {})': '? missing-file',
    'templatefile("tpl/loop.tftpl", {})': '? cycle',
    'templatestring("$${a}-$${b}", {a = 1, b = "x"})': '"1-x"',
    'templatestring("$${", {})': 'error',
  }
  it.each(Object.entries(table))('%s = %s', (expression, result) => {
    expect(valueOfExpression(expression, files)).toBe(result)
  })
})

it('every function of the list is there', () => {
  const names =
    'abs abspath alltrue anytrue base64decode base64encode base64gzip base64sha256 base64sha512 basename bcrypt can ceil chomp chunklist cidrhost cidrnetmask cidrsubnet cidrsubnets coalesce coalescelist compact concat contains csvdecode dirname distinct element endswith ephemeralasnull file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 fileset filesha1 filesha256 filesha512 flatten floor format formatdate formatlist indent index issensitive join jsondecode jsonencode keys length log lookup lower matchkeys max md5 merge min nonsensitive one parseint pathexpand plantimestamp pow range regex regexall replace reverse rsadecrypt sensitive setintersection setproduct setsubtract setunion sha1 sha256 sha512 signum slice sort split startswith strcontains strrev substr sum templatefile templatestring textdecodebase64 textencodebase64 timeadd timecmp timestamp title tobool tolist tomap tonumber toset tostring transpose trim trimprefix trimspace trimsuffix try upper urlencode uuid uuidv5 values yamldecode yamlencode zipmap'
  expect(names.split(' ').filter((name) => !isFunction(name))).toEqual([])
})
