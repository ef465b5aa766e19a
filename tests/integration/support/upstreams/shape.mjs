// Small combinators that say what an API takes; what does not fit raises a Violation naming the place.
//
//   const message = object({ 'role!': oneOf('user', 'assistant'), 'content!': either(string, list(part)) });
//   message(body.messages[0], 'messages.0');   // unknown members are violations, too

export class Violation extends Error {
  constructor(at, message, status = 400) {
    super(at ? `${at}: ${message}` : message);
    Object.assign(this, { at, status });
  }
}

const fail = (at, message, status) => {
  throw new Violation(at, message, status);
};
const show = (value) => (JSON.stringify(value) ?? String(value)).slice(0, 120);
const typed = (type, holds) => (value, at) => void (holds(value) || fail(at, `expected ${type}, got ${show(value)}`));

export const any = () => {};
export const string = typed('a string', (value) => typeof value === 'string');
export const filled = typed('a string that is not empty', (value) => typeof value === 'string' && value !== '');
export const boolean = typed('a boolean', (value) => typeof value === 'boolean');
export const integer = typed('an integer', Number.isInteger);
export const map = typed('an object', (value) => value !== null && typeof value === 'object' && !Array.isArray(value));
export const number = (low = -Infinity, high = Infinity) =>
  typed(`a number from ${low} to ${high}`, (value) => typeof value === 'number' && value >= low && value <= high);
export const whole = (low, high = Number.MAX_SAFE_INTEGER) =>
  typed(`an integer from ${low} to ${high}`, (value) => Number.isInteger(value) && value >= low && value <= high);
export const matching = (pattern) =>
  typed(`a string like ${pattern}`, (value) => typeof value === 'string' && pattern.test(value));
export const base64 = typed('base64', (value) => typeof value === 'string' && value !== '' && isBase64(value));
export const oneOf = (...values) => typed(`one of ${values.join(', ')}`, (value) => values.includes(value));
export const jsonText = typed('JSON text of an object', (value) => {
  try {
    map(JSON.parse(value));
    return typeof value === 'string';
  } catch {
    return false;
  }
});
export const orNull = (shape) => (value, at) => value === null || shape(value, at);

export const list = (item, { min = 0, max = Infinity } = {}) => (value, at) => {
  if (!Array.isArray(value)) fail(at, `expected a list, got ${show(value)}`);
  if (value.length < min || value.length > max) fail(at, `takes ${min} to ${max} items, got ${value.length}`);
  value.forEach((each, index) => item(each, `${at}.${index}`));
};

/** Members by name; a `!` after the name makes it required. Anything else is unknown. */
export const object = (members) => {
  const known = new Map(Object.entries(members).map(([name, shape]) => [name.replace(/!$/, ''), shape]));
  const required = Object.keys(members).filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  return (value, at) => {
    map(value, at);
    for (const name of required) if (value[name] === undefined) fail(join(at, name), 'Field required');
    for (const [name, member] of Object.entries(value)) {
      const shape = known.get(name) ?? fail(join(at, name), 'Extra inputs are not permitted');
      shape(member, join(at, name));
    }
  };
};

/** The member `tag` says which of the shapes it is. */
export const tagged = (tag, cases) => (value, at) => {
  map(value, at);
  const shape = Object.hasOwn(cases, value[tag]) ? cases[value[tag]] : fail(join(at, tag), `unknown: ${show(value[tag])}`);
  shape(value, at);
};

/** A union as protocol buffers and Smithy write it: exactly one of the members. */
export const exactlyOne = (members, others = {}) => {
  const shape = object({ ...members, ...others });
  return (value, at) => {
    shape(value, at);
    const set = Object.keys(value).filter((name) => Object.hasOwn(members, name));
    if (set.length !== 1) fail(at, `takes exactly one of ${Object.keys(members).join(', ')}, got ${set.join(', ') || 'none'}`);
  };
};

export const either = (...shapes) => (value, at) => {
  const reasons = [];
  for (const shape of shapes) {
    try {
      return shape(value, at);
    } catch (error) {
      reasons.push(error.message);
    }
  }
  return fail(at, reasons.join(' | '));
};

export const violate = fail;

function join(at, name) {
  return at ? `${at}.${name}` : name;
}

function isBase64(text) {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}
