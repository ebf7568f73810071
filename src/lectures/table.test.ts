import { expect, test } from 'vitest';
import { LOSSES, type LossId } from '../losses/registry.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import { LECTURES, type Lecture } from '../specs/citation.ts';
import type { Value } from '../specs/spec.ts';
import { ERRATA } from './errata.ts';
import { PRINTED } from './forms.ts';
import { LOSS_ERRATA } from './lossErrata.ts';
import type { LossForm } from './lossForm.ts';
import { PRINTED_LOSSES } from './lossForms.ts';
import type { PrintedForm } from './printedForm.ts';

// The documentation's table of what each lecture prints is written by this test: `npx vitest -u` writes it anew.

const HEAD = `# Lectures

What each lecture prints of each optimizer, modifier and schedule, and the settings with which a run follows it; and of each
loss. This page is written by the test run (src/lectures/table.test.ts); a test fails when it is out of date. That a run with
these settings follows the printed lines is held to them, written out, over twenty steps (src/lectures/printedNumbers.test.ts);
that a printed loss has the product's values, on samples of every kind (src/lectures/lossNumbers.test.ts).

*Named* means that the lecture names or describes it without a formula; – that it does not speak of it; † that the errata
below have something to say.
`;

function settingText(name: string, value: Value): string {
  if (typeof value === 'boolean') return value ? name : `no ${name}`;
  return `${name} ${JSON.stringify(value).replaceAll('"', '')}`;
}

function formText({ at, title, lines, code, follow }: LossForm & Partial<PrintedForm>): string {
  const settings = Object.entries(follow?.hyperparameters ?? {}).map(([name, value]) =>
    settingText(name, value),
  );
  const words = [...(follow?.optimizer ? [OPTIMIZERS[follow.optimizer].name] : []), ...settings];
  const isNamed = lines.length === 0 && code === undefined;
  const start = `${isNamed ? '*named*: ' : ''}${title ? `${title}: ` : ''}${at}`;
  return words.length === 0 ? start : `${start} (${words.join(', ')})`;
}

function row(name: string, forms: readonly LossForm[], isMarked: (lecture: Lecture) => boolean): string {
  const cells = LECTURES.map((lecture) => {
    const own = forms.filter((form) => form.lecture === lecture);
    return own.length === 0 ? '–' : own.map(formText).join('<br>') + (isMarked(lecture) ? ' †' : '');
  });
  return `| **${name}** | ${cells.join(' | ')} |`;
}

function table(
  family: keyof typeof PRINTED,
  names: Readonly<Record<string, { readonly name: string }>>,
): string {
  const rows = Object.entries(PRINTED[family]).map(([id, forms]) =>
    row(names[id]?.name ?? id, forms, (lecture) =>
      ERRATA.some(({ lectures, concerns: { optimizers = [], printedOf = {}, modifiers = [] } }) => {
        const all: readonly string[] =
          family === 'modifiers' ? modifiers : [...optimizers, ...(printedOf[lecture] ?? [])];
        return lectures.includes(lecture) && all.includes(id);
      }),
    ),
  );
  return tableOf(rows);
}

function tableOf(rows: readonly string[]): string {
  return [`| | ${LECTURES.join(' | ')} |`, '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function lossTable(): string {
  return tableOf(
    (Object.keys(LOSSES) as LossId[]).map((id) =>
      row(LOSSES[id].name, PRINTED_LOSSES[id], (lecture) =>
        LOSS_ERRATA.some((erratum) => erratum.lecture === lecture && erratum.concerns.includes(id)),
      ),
    ),
  );
}

test('the table of the documentation says what the lectures print', async () => {
  const errata = ERRATA.map(
    ({ lectures, at, sentence, caption }) =>
      `- **${lectures.join(', ')}**, ${at.replace(/^(Westlake|Memphis), /, '')}. ${sentence} *Scene:* ${caption}`,
  );
  const page = [
    HEAD,
    '## Optimizers\n',
    table('optimizers', OPTIMIZERS),
    '\n## Modifiers\n',
    table('modifiers', MODIFIERS),
    '\n## Schedules\n',
    table('schedules', SCHEDULES),
    '\n## Losses\n',
    lossTable(),
    '\n## Errata\n',
    `Where a printed formula does not do what its slide says. Each opens a scene that shows the difference.\n`,
    ...errata,
    '\nOf losses, shown beside the loss:\n',
    ...LOSS_ERRATA.map(({ lecture, at, sentence }) => `- **${lecture}**, ${at}. ${sentence}`),
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../docs/lectures.md');
});
