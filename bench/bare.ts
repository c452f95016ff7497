/** The least that a program can do: prints a line. */
const line: string = '412 Precondition Failed';
console.log(line);
