import { type Compilable, CompiledQuery } from 'kysely';

/** Stands for a value while a statement is compiled. */
class Blank {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement that is compiled once and filled in each time: building one takes longer than running it, which counts for
 * what is asked before every acknowledgement.
 *
 * @param build - is handed a row of blanks in the place of values
 */
export function compileOnce<Row extends object>(
  names: readonly (keyof Row & string)[],
  build: (blanks: Row) => Compilable,
): (row: Row) => CompiledQuery {
  const blanks = Object.fromEntries(names.map((name) => [name, new Blank(name)]));
  const { sql, parameters } = build(blanks as Row).compile();
  return (row) =>
    CompiledQuery.raw(
      sql,
      parameters.map((one) => (one instanceof Blank ? Reflect.get(row, one.name) : one)),
    );
}
