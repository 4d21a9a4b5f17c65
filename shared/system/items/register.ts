import * as z from 'zod/mini';
import { laCode } from '../../domain/programme.ts';
import { school } from '../../domain/school.ts';
import { instant } from '../../kernel/time.ts';
import type { ItemDeclarations } from './declaration.ts';
import { importFields } from './import-fields.ts';

/** The register of schools, and the files that were taken in. */
export const registerItems = {
  school: { pk: 'REGISTER#{la}', sk: 'SCHOOL#{urn}', schema: school, access: 'find a school of a local authority' },
  registerLa: {
    pk: 'REGISTER',
    sk: 'LA#{la}',
    schema: z.strictObject({ la: laCode, name: z.string(), schools: z.int() }),
    access: 'list the local authorities in the register',
  },
  importBatch: {
    pk: 'EDITION#{edition}#IMPORTS',
    sk: 'IMPORT#{import}',
    schema: z.strictObject({
      ...importFields,
      /** The file as it came, packed: what is shown, added and taken back is read from it each time. */
      file: z.string(),
      /** When what it added was signed up, by which it is known. */
      confirmedAt: z.optional(instant),
    }),
    access: 'check, confirm and undo one import',
  },
  registerBatch: {
    pk: 'EDITION#{edition}#IMPORTS',
    sk: 'REGISTER#{import}',
    schema: z.strictObject({
      ...importFields,
      /** The schools of the file, packed; once it is confirmed, also how they were before. */
      content: z.string(),
    }),
    access: 'check, confirm and undo one file of the register',
  },
} as const satisfies ItemDeclarations;
