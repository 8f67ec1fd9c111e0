import type { RecordFile } from '../../reading/record.ts';
import { correctionStatement, fieldStatements } from './article-statements.ts';
import { RECORD_FIELDS } from './field.ts';
import type { Statement } from './statement.ts';

/** All statements of an authority record, in the order of the ledger. */
export const recordStatements = (data: RecordFile['data']): Statement[] => [
  ...fieldStatements(data, RECORD_FIELDS),
  ...data.corrections.map(correctionStatement),
];
