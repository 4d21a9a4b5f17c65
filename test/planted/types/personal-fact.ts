import type { Fact } from '#shared/system/events.ts';

export const leaky: Fact<'volunteer.confirmed.v1'>['data'] = {
  volunteer: 'aaaaaaaaaaaaaaaaaaaa',
  // expect TS2353: 'name' does not exist
  name: 'Somebody Fictional',
};
