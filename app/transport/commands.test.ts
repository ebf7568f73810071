import { expect, test } from 'vitest';
import { createCommands } from './commands.ts';

test('a command that nothing can carry out does nothing, and says so', () => {
  expect(createCommands().run('zoom-in')).toBe(false);
});

test('the latest to say how it is done is asked, and taking it back leaves a later one in place', () => {
  const commands = createCommands();
  const done: string[] = [];
  const stopFirst = commands.set('zoom-out', () => done.push('first'));
  const stopSecond = commands.set('zoom-out', () => done.push('second'));
  stopFirst();
  expect(commands.run('zoom-out')).toBe(true);
  stopSecond();
  expect(commands.run('zoom-out')).toBe(false);
  expect(done).toEqual(['second']);
});
