import type * as z from 'zod/mini';

/** What was typed into a form, as it was posted: raw text by field name. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

type Schema = z.core.$ZodType;

/**
 * Reads an urlencoded form into the shape of its schema: dotted names nest, repeated names make lists, digits make
 * numbers, yes and no make booleans, blanks are left out. What does not fit stays as it was typed, for the schema to
 * refuse; names the schema does not know are passed on, for a strict schema to refuse too.
 */
export function decodeForm(schema: Schema, values: FormValues): unknown {
  // A record takes the form as it was typed: its reader decodes each part by the schema of that part.
  if (schema._zod.def.type === 'record') return { ...values };
  const known = new Set<string>();
  const decoded = decode(schema, '', values, known);
  const unknown = Object.entries(values).filter(([name]) => !known.has(name));
  return typeof decoded === 'object' ? { ...decoded, ...Object.fromEntries(unknown) } : decoded;
}

function decode(schema: Schema, path: string, values: FormValues, known: Set<string>): unknown {
  const { def } = schema._zod;
  if (isObject(def)) {
    const entries = Object.entries(def.shape).flatMap(([field, inner]) => {
      const value = decode(inner, path === '' ? field : `${path}.${field}`, values, known);
      return value === undefined ? [] : [[field, value] as const];
    });
    // Kept when it is empty: its required fields then say what is missing, each with its own sentence.
    return Object.fromEntries(entries);
  }
  if (isWrapper(def)) {
    const inner = decode(def.innerType, path, values, known);
    return isBlank(inner) ? undefined : inner;
  }
  if (isPipe(def)) return decode(def.in, path, values, known);
  known.add(path);
  const typed = (values[path] ?? []).filter((one) => one.trim() !== '');
  if (typed.length === 0) return undefined;
  if (isArray(def)) return typed.map((one) => decodeOne(def.element, one));
  return typed.length === 1 ? decodeOne(schema, typed[0] ?? '') : typed;
}

/** Whether a group of fields, and every group in it, was left empty. */
function isBlank(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isBlank);
}

function decodeOne(schema: Schema, typed: string): unknown {
  const { type } = schema._zod.def;
  if (type === 'number') return /^\s*-?\d{1,9}(?:\.\d{1,6})?\s*$/.test(typed) ? Number(typed) : typed;
  if (type === 'boolean') return typed === 'yes' ? true : typed === 'no' ? false : typed;
  return typed;
}

type Def = z.core.$ZodTypeDef;
const isObject = (def: Def): def is z.core.$ZodObjectDef => def.type === 'object';
const isArray = (def: Def): def is z.core.$ZodArrayDef => def.type === 'array';
const isPipe = (def: Def): def is z.core.$ZodPipeDef => def.type === 'pipe';
const isWrapper = (def: Def): def is z.core.$ZodOptionalDef => def.type === 'optional' || def.type === 'default';
