import { expect, test } from 'vitest';
import { readSettings } from '#infra/settings.ts';

const from = (context: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}) =>
  readSettings({ context: (name) => context[name], env });
const problemsOf = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    return String(error)
      .split('\n')
      .slice(1)
      .map((line) => line.replace('  - ', ''));
  }
  return [];
};

test('a check stage needs no settings at all', () => {
  expect(from({})).toEqual({
    stage: 'check',
    region: 'eu-west-2',
    cloudFront: true,
    firewall: false,
    mailFrom: 'no-reply@aspirations.example',
    mailDomain: 'aspirations.example',
    factRetentionDays: 30,
  });
});

test('the region and the account come from the environment', () => {
  expect(from({}, { AWS_REGION: 'eu-west-1', CDK_DEFAULT_ACCOUNT: '000000000000' })).toMatchObject({
    region: 'eu-west-1',
    account: '000000000000',
  });
  expect(from({}, { AWS_DEFAULT_REGION: 'us-east-1' }).region).toBe('us-east-1');
});

test('the command line’s own guess of a region is not taken, so that data stays in London by default', () => {
  expect(from({}, { CDK_DEFAULT_REGION: 'us-east-1' }).region).toBe('eu-west-2');
});

test('a setting is taken from the command line before the environment, and from there before the file', () => {
  const stages = { full: { mailFrom: 'file@careers.example', alarmEmail: 'file@careers.example', factRetentionDays: 60 } };
  const settings = from(
    { stage: 'full', stages, mailFrom: 'line@careers.example' },
    { ASPIRATIONS_MAIL_FROM: 'env@careers.example', ASPIRATIONS_ALARM_EMAIL: 'env@careers.example' },
  );
  expect(settings).toMatchObject({ mailFrom: 'line@careers.example', alarmEmail: 'env@careers.example', factRetentionDays: 60 });
});

test('all errors come at once, misspelt names among them', () => {
  const problems = problemsOf(() =>
    from(
      {
        stage: 'Full!',
        siteOrigin: 'http://careers.example/',
        cloudFront: 'perhaps',
        factRetentionDays: '0',
        originSecretName: 'x',
        mailFrom: 'A <a@b.example>',
        stages: { 'Full!': { colour: 'red' } },
      },
      {
        ASPIRATIONS_SITE_ORIGN: 'https://careers.example',
        ASPIRATIONS_WEB_ACL_ARN: 'arn:aws:wafv2:eu-west-2:000000000000:regional/webacl/x/1',
      },
    ),
  );
  const named = problems.map((line) => line.slice(0, line.indexOf(':')));
  expect(named.sort()).toEqual(
    [
      'stage',
      'siteOrigin',
      'cloudFront',
      'factRetentionDays',
      'mailFrom',
      'webAclArn',
      'originSecretName',
      'ASPIRATIONS_SITE_ORIGN',
      'colour',
    ].sort(),
  );
});

test('an error never repeats the value', () => {
  expect(problemsOf(() => from({ originSecretSha256: 'the-secret-itself' })).join()).not.toContain('the-secret-itself');
});

test.each([
  [{ originSecretSha256: 'a'.repeat(64) }, 'originSecretName: goes together with originSecretSha256'],
  [{ certificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/x' }, 'siteOrigin: is needed with certificateArn'],
  [{ cloudFront: false, webAclArn: 'arn:aws:wafv2:us-east-1:000000000000:global/webacl/x/1' }, 'webAclArn: needs cloudFront'],
  [{ mailFrom: 'a@other.example', mailDomain: 'careers.example' }, 'mailFrom: must be an address in mailDomain'],
])('what goes together must be given together: %o', (context, problem) => {
  expect(problemsOf(() => from(context))).toEqual([problem]);
});

test('mails may come from a subdomain of the verified domain', () => {
  expect(from({ mailFrom: 'a@mail.careers.example', mailDomain: 'careers.example' }).mailDomain).toBe('careers.example');
});
