/** The words and places that evidence needs from the tables. Evidence owns the shape; `knowledge` fills it. */

/** A host of a vendor's API; `*` stands for one or more labels, `path` for a prefix where hosts are shared. */
export interface VendorHost {
  readonly host: string;
  readonly path?: string;
}

export interface Vendor {
  /** Short name, the first half of an entry id. */
  readonly name: string;
  /** What people read, such as `SmartRecruiters`. */
  readonly label: string;
  /** StackOne's provider keys. */
  readonly keys: readonly string[];
  readonly aliases: readonly string[];
  /** What people call it too, and much else: a first name, two letters. It means the vendor only right beside a status. */
  readonly nicknames: readonly string[];
  readonly hosts: readonly VendorHost[];
  /** StackOne's categories: `ats`, `hris`, `lms`, `crm`, `ticketing`, … */
  readonly categories: readonly string[];
  /** An everyday word, or a system that people also use without StackOne: the name alone proves nothing. */
  readonly needsContext: boolean;
  /** Where its error bodies keep machine string and words, as dotted paths: `errors[0].code`. */
  readonly errorPaths: { readonly code: readonly string[]; readonly message: readonly string[] };
  /** Machine strings and literal words that the vendor's entries are told by. */
  readonly marks: { readonly codes: readonly string[]; readonly phrases: readonly string[] };
}

/** A status that people give by name: `precondition failed`, `BadGatewayResponse`, `AccountIntegrationInactiveError`. */
export interface StatusName {
  readonly status: number;
  readonly name: string;
  /** `phrase` may be misspelt; `code` is an error class or machine string and is matched as it stands. */
  readonly kind: 'phrase' | 'code';
}

export interface Lexicon {
  readonly vendors: readonly Vendor[];
  readonly statusNames: readonly StatusName[];
}
