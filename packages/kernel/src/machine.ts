/** A move of a state machine: from any of these states to that one. */
export type Move<S extends string> = { readonly from: readonly S[]; readonly to: S }

/** States and moves as data. The function that writes the state column asks `nextState`, and nobody else writes it. */
export type Machine<S extends string, M extends string> = {
  readonly code: string
  readonly initial: S
  readonly moves: { readonly [K in M]: Move<S> }
}

export function defineMachine<const S extends string, const M extends string>(
  machine: Machine<S, M>,
): Machine<S, M> {
  return machine
}

/** The state after the move, or null when the machine does not allow it from here. */
export function nextState<S extends string, M extends string>(machine: Machine<S, M>, state: S, move: M): S | null {
  const row = machine.moves[move]
  return row.from.includes(state) ? row.to : null
}

/** The moves that the machine allows from this state. Who may make them is another question. */
export function allowedMoves<S extends string, M extends string>(machine: Machine<S, M>, state: S): M[] {
  return (Object.keys(machine.moves) as M[]).filter((move) => machine.moves[move].from.includes(state))
}
