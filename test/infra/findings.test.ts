import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { fullSettings, synthesise } from './synthesise.ts';

const linter = spawnSync('cfn-lint', ['--version']).status === 0;

const stages = { check: synthesise(), full: synthesise(fullSettings) };

describe.each(Object.entries(stages))('the stage with the settings of %s', (_, { app, stack, routing, alarms, firewall }) => {
  test('leaves no finding of the AwsSolutions rules unacknowledged, in any of the four stacks', () => {
    const findings = new AwsSolutionsChecks()
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
      );
    expect(findings).toEqual([]);
  });

  test('gives a reason of one sentence for each acknowledgement, which is for a rule by name and never the whole stack', () => {
    const reasons = app.node
      .findAll()
      .flatMap((construct) =>
        construct.node.metadata
          .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
          .flatMap(({ data }) => Object.entries<string>(data).map(([rule, reason]) => ({ construct, rule, reason }))),
      );
    const ours = reasons.filter(({ rule }) => rule.includes('AwsSolutions'));
    expect(ours.length).toBeGreaterThan(5);
    for (const { construct, reason } of ours) {
      expect(reason).toMatch(/^[A-Z][^.]+\.$/);
      expect([app, stack, routing, alarms, firewall]).not.toContain(construct);
    }
  });
});

test.skipIf(!linter)(
  'cfn-lint accepts the templates without errors (skipped where it is not installed)',
  { timeout: 300_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'aspirations-templates-'));
    const templates = [
      stages.full.template,
      stages.full.routesTemplate,
      stages.full.alarmsTemplate,
      Template.fromStack(stages.full.firewall),
    ];
    const files = templates.map((template, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, JSON.stringify(template.toJSON()));
      return file;
    });
    const { status, stdout } = spawnSync('cfn-lint', ['--non-zero-exit-code', 'error', '--', ...files], { encoding: 'utf8' });
    expect({ status, errors: stdout.split('\n').filter((line) => line.startsWith('E')) }).toEqual({ status: 0, errors: [] });
  },
);
