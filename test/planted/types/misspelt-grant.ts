import type { GrantTable } from '#infra/powers.ts';

export const sending: GrantTable['email:send'] = ({ mail }) => ({
  grants: [],
  // expect TS2561: 'MAIL_FORM' does not exist
  env: { MAIL_FORM: mail.from, MAIL_CONFIGURATION_SET: mail.configurationSet },
});
