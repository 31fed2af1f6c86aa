import type { Dimension, Region } from './regions.ts';

/** A policy of one decision, with a row for each region, numbered from R1. */
export function policyText(dimensions: readonly Dimension[], regions: readonly Region[], hitPolicy = 'unique'): string {
  const columns = dimensions.slice(0, -1);
  const inputs = columns.map(({ name, type }) => `  ${name} : ${type}`).join('\n');
  const header = `id | ${columns.map(({ name }) => `loan.${name}`).join(' | ')} || limit | in force`;
  const rows = regions.map((region, index) => {
    const cells = dimensions.map(({ cell }, dimension) => cell(region[dimension] ?? { low: 0, high: 0 }));
    return `    | R${index + 1} | ${cells.slice(0, -1).join(' | ')} || ${index % 50} | ${cells.at(-1) ?? ''} |`;
  });
  return `policy limits
type Product = one of mortgage_loan, consumer_loan, credit_card, working_capital, project_loan, trade_finance
type Guarantee = one of credit, guaranteed, mortgage, pledge
input loan
${inputs}

decision limit : count
  table ${hitPolicy}
    | ${header} |
${rows.join('\n')}
`;
}
