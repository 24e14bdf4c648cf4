import type { sectionCommands } from './section-commands.ts';

export type SectionCommands = ReturnType<typeof sectionCommands>;

const NO_ACTION = { assigneeId: null, assignee: null, due: null };

/** The commands of the sections before the editor is there: each does nothing, as where the section is not there. */
export function lateCommands(ready: () => SectionCommands | null): SectionCommands {
  return {
    startBlock: (...given) => ready()?.startBlock(...given),
    toggleList: (...given) => ready()?.toggleList(...given),
    insertTable: (...given) => ready()?.insertTable(...given),
    readAction: (...given) => ready()?.readAction(...given) ?? NO_ACTION,
    assign: (...given) => ready()?.assign(...given),
    addIntervention: (...given) => ready()?.addIntervention(...given),
    readLink: (...given) => ready()?.readLink(...given) ?? '',
    setLink: (...given) => ready()?.setLink(...given) ?? false,
  };
}
