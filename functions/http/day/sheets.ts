import { odsFile } from '#shared/kernel/sheets/ods.ts';
import { londonDate } from '#shared/kernel/time.ts';
import { rotationSheets } from '#web/rotation/sheets.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call } from '../../runtime/http.ts';
import { planOf, requireRotation } from '../rotation/find.ts';

/** A rotation as a spreadsheet: timetable, cards, doors, day sheet and badges. Not found `no-plan`. */
export async function takeRotationOut({
  ports: { read },
  params,
  now,
}: Call<'GET /organiser/editions/{edition}/events/{event}/rotation/rotation.ods', 'day'>): Promise<Answer> {
  const [event, rotation] = await Promise.all([requireRotation(read, params), planOf(read, params)]);
  const name = `${params.edition}-${event.event}-${londonDate(now)}.ods`;
  const contentType = 'application/vnd.oasis.opendocument.spreadsheet';
  return { download: { name, contentType, body: Buffer.from(odsFile(rotationSheets(rotation))) } };
}
