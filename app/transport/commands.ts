/** What a part of the page can do for a key pressed anywhere. */
export type CommandName =
  'zoom-in' | 'zoom-out' | 'whole-map' | 'zoom-to-playhead' | 'show-help' | 'type-start';

/** Parts of the page say here what they can do; keys ask for it by name. */
export interface Commands {
  /**
   * Says how a command is carried out; the latest to say so is asked.
   * @returns a function that takes it back, as an effect’s clean-up
   */
  set(name: CommandName, action: () => void): () => void;
  /** @returns false where nothing on the page can do it now */
  run(name: CommandName): boolean;
}

export function createCommands(): Commands {
  const actions = new Map<CommandName, () => void>();
  return {
    set(name, action) {
      actions.set(name, action);
      return () => {
        if (actions.get(name) === action) actions.delete(name);
      };
    },
    run(name) {
      const action = actions.get(name);
      action?.();
      return action !== undefined;
    },
  };
}
