// AWS's two ways of its own: signed requests, checked with AWS's own signer, and binary event streams
// (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html; smithy.io, "application/vnd.amazon.eventstream").
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

const kLongestSkewMs = 5 * 60_000;
const kSignersOwn = new Set(['x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256']);

/** null, or what is wrong with the signature of {method, rawPath, headers, rawBody}. */
export async function signatureFault({ method, rawPath, headers, rawBody }, { accessKeyId, secretAccessKey, sessionToken, region, service }) {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=[0-9a-f]{64}$/;
  const match = pattern.exec(headers.authorization ?? '');
  if (!match) return 'MissingAuthenticationToken';
  const [, key, day, signedRegion, signedService, names] = match;
  const date = headers['x-amz-date'] ?? '';
  const signingDate = new Date(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(signingDate - Date.now()) < kLongestSkewMs) || !date.startsWith(day)) return `Signature expired or from the future: ${date}`;
  if (key !== accessKeyId) return 'The security token included in the request is invalid.';
  if (signedRegion !== region || signedService !== service) return `Credential should be scoped to ${region}/${service}`;
  if ((headers['x-amz-security-token'] ?? undefined) !== sessionToken) return 'The security token is missing or another one';
  const signed = names.split(';');
  for (const name of ['host', 'x-amz-date', ...(sessionToken ? ['x-amz-security-token'] : [])]) {
    if (!signed.includes(name)) return `${name} is not signed`;
  }
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey, sessionToken }, region, service, sha256: Sha256, applyChecksum: signed.includes('x-amz-content-sha256'),
  });
  const url = new URL(rawPath, 'http://upstream');
  const expected = await signer.sign(
    {
      method, protocol: 'http:', hostname: headers.host, path: url.pathname, query: Object.fromEntries(url.searchParams), body: rawBody,
      headers: Object.fromEntries(signed.filter((name) => !kSignersOwn.has(name)).map((name) => [name, headers[name]])),
    },
    { signingDate, signableHeaders: new Set(signed) },
  );
  if (expected.headers.authorization === headers.authorization) return null;
  return `The request signature we calculated does not match: ${expected.headers.authorization} is not ${headers.authorization}`;
}

const kTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = kTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** One message of an event stream; all headers are strings. */
export function awsFrame(headers, payload) {
  const parts = Object.entries(headers).map(([name, value]) => {
    const head = Buffer.from([name.length, ...Buffer.from(name), 7, 0, 0]);
    head.writeUInt16BE(Buffer.byteLength(value), head.length - 2);
    return Buffer.concat([head, Buffer.from(value)]);
  });
  const head = Buffer.concat(parts);
  const body = Buffer.from(payload);
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(16 + head.length + body.length, 0);
  prelude.writeUInt32BE(head.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const all = Buffer.concat([prelude, head, body]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(all));
  return Buffer.concat([all, tail]);
}
