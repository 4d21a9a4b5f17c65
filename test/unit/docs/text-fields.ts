import type * as z from 'zod/mini';
import { emailAddress, halfDay, id, slug, telephone, urn } from '#shared/domain/fields.ts';
import { laCode } from '#shared/domain/programme.ts';
import { hexColour } from '#shared/kernel/colour.ts';
import { instant, localDate } from '#shared/kernel/time.ts';

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypeDef;

/** A field that holds text of an open kind: whatever somebody or some system wrote. */
export type TextField = { readonly path: string; readonly kind: 'email' | 'telephone' | 'typed' | 'plain' };

const isObject = (def: Def): def is z.core.$ZodObjectDef => def.type === 'object';
const isString = (def: Def): def is z.core.$ZodStringDef => def.type === 'string';
const isPipe = (def: Def): def is z.core.$ZodPipeDef => def.type === 'pipe';
const isArray = (def: Def): def is z.core.$ZodArrayDef => def.type === 'array';
const isTuple = (def: Def): def is z.core.$ZodTupleDef => def.type === 'tuple';
const isUnion = (def: Def): def is z.core.$ZodUnionDef => def.type === 'union';
const isRecord = (def: Def): def is z.core.$ZodRecordDef => def.type === 'record';
const isWrapper = (def: Def): def is z.core.$ZodOptionalDef =>
  def.type === 'optional' || def.type === 'default' || def.type === 'nullable';

/** Formats that leave no room for a name, an address or a sentence. */
const closed = new Set([
  ...[id, urn, slug, halfDay, laCode, instant, localDate].flatMap(patterns),
  hexColour.source,
  '^[A-Za-z0-9_-]{1,80}$',
]);
const mailbox = new Set(schemasIn(emailAddress));
const telephoneNumber = new Set(schemasIn(telephone));

/** The open text fields of a schema, by dotted path, each once. Lists are written as their elements. */
export function textFields(schema: Schema, path: string): TextField[] {
  const found = new Map<string, TextField>();
  for (const field of fieldsIn(schema, path)) found.set(field.path, field);
  return [...found.values()];
}

function fieldsIn(schema: Schema, path: string): TextField[] {
  const { def } = schema._zod;
  if (isObject(def)) return Object.entries(def.shape).flatMap(([name, inner]) => fieldsIn(inner, `${path}.${name}`));
  if (isString(def)) return patterns(schema).some((one) => closed.has(one)) ? [] : [{ path, kind: kindOf([schema]) }];
  if (isPipe(def)) return [{ path, kind: kindOf(schemasIn(schema)) }];
  if (isRecord(def) || def.type === 'unknown') return [{ path, kind: 'plain' }];
  if (harmless.has(def.type)) return [];
  const parts = partsOf(def);
  if (parts.length === 0) throw new Error(`${path} is a ${def.type}, which the data map does not understand yet`);
  return parts.flatMap((inner) => fieldsIn(inner, path));
}

/** Types that cannot hold a text of somebody's own. */
const harmless = new Set<string>(['number', 'int', 'boolean', 'enum', 'literal']);

function kindOf(schemas: readonly Schema[]): TextField['kind'] {
  if (schemas.some((one) => telephoneNumber.has(one))) return 'telephone';
  if (schemas.some((one) => mailbox.has(one))) return 'email';
  return schemas.length > 1 ? 'typed' : 'plain';
}

function schemasIn(schema: Schema): Schema[] {
  return [schema, ...partsOf(schema._zod.def).flatMap(schemasIn)];
}

function partsOf(def: Def): readonly Schema[] {
  if (isPipe(def)) return [def.in, def.out];
  if (isWrapper(def)) return [def.innerType];
  if (isArray(def)) return [def.element];
  if (isTuple(def)) return def.items;
  if (isUnion(def)) return def.options;
  return [];
}

function patterns(schema: Schema): string[] {
  const { checks = [] } = schema._zod.def;
  return checks.flatMap((check) => {
    const { def } = check._zod;
    return 'pattern' in def && def.pattern instanceof RegExp ? [def.pattern.source] : [];
  });
}
