import type { Phrase } from '../define.ts';
import { define } from '../define.ts';
import type { Where } from '../where.ts';
import { casesText, whereText } from '../where.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const enumerated = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join('、');

/** What analyses find in decision tables, without any facts. */
export const analysis = {
  'table-gap': define<{ table: string; where: Where; past: readonly string[] }>({
    severity: 'error',
    message: {
      en: ({ table, where, past }) => `no row of \`${table}\` matches ${past.length === 0 ? whereText.en(where) : `some cases ${whereText.en(where)}, which ${quoted(past)} let through`}`,
      zh: ({ table, where, past }) => `${whereText.zh(where)}，${past.length === 0 ? '' : `有情形不满足 ${enumerated(past)}，`}\`${table}\` 没有匹配的行`,
    },
    remedy: {
      en: () => 'add a row for these cases, or widen the cells of the row that is meant to cover them',
      zh: () => '请为这些情形增加一行，或放宽本应覆盖它们的那一行的条件',
    },
  }),
  'otherwise-catches': define<{ table: string; row: string; where: Where; others: number }>({
    severity: 'info',
    message: {
      en: ({ row, where, others }) => `\`${row}\` catches what no other row covers: ${casesText.en(where)}${others === 0 ? '' : `, and ${others} more ${others === 1 ? 'region' : 'regions'}`}`,
      zh: ({ row, where, others }) => `\`${row}\` 兜住其他各行未覆盖的情形：${casesText.zh(where)}${others === 0 ? '' : `，另有 ${others} 个区域`}`,
    },
    remedy: {
      en: () => 'see whether each of them is meant to end so; rows that say what they cover show a reader what `otherwise` hides',
      zh: () => '请确认这些情形都应如此处理；写明适用范围的行，能使读者看到 `otherwise` 所掩盖的内容',
    },
  }),
  'otherwise-catches-nothing': define<{ table: string; row: string }>({
    severity: 'warning',
    message: {
      en: ({ row }) => `\`${row}\` catches nothing: the other rows cover every case`,
      zh: ({ row }) => `\`${row}\` 没有可兜底的情形：其他各行已覆盖全部情形`,
    },
    remedy: {
      en: () => 'delete the row, so that a later hole in the table is found and not caught in silence',
      zh: () => '请删除该行，使今后表中出现的漏洞能被发现，而不是被悄悄兜住',
    },
  }),
  'table-overlap': define<{ rows: readonly [string, string]; where: Where; relation: 'equal' | 'inside' | 'partial'; outputs: 'same' | 'different' | 'may differ'; given: readonly [string, string]; hitPolicy: string; agreeing: boolean }>({
    severity: 'error',
    message: {
      en: ({ rows: [a, b], where, relation, outputs, given }) =>
        `\`${a}\` and \`${b}\` ${{ equal: 'have the same cells and both match', inside: `(which lies inside \`${a}\`) both match`, partial: 'both match' }[relation]} ${casesText.en(where)}, ${
          outputs === 'same' ? `with the same output \`${given[0]}\`` : `with ${outputs === 'different' ? 'different outputs' : 'outputs that may differ'}: \`${given[0]}\` and \`${given[1]}\``
        }`,
      zh: ({ rows: [a, b], where, relation, outputs, given }) =>
        `\`${a}\` 与 \`${b}\`${{ equal: '条件相同，同时匹配', inside: `（后者完全落在 \`${a}\` 之内）同时匹配`, partial: '同时匹配' }[relation]}：${whereText.zh(where)}，${
          outputs === 'same' ? `输出同为 \`${given[0]}\`` : `输出${outputs === 'different' ? '不同' : '可能不同'}：\`${given[0]}\` 与 \`${given[1]}\``
        }`,
    },
    remedy: {
      en: ({ hitPolicy, relation, outputs, agreeing }) => {
        if (outputs !== 'same') return 'narrow the cells until one row is left for each case, or choose a hit policy that says which row wins';
        const first = relation === 'partial' ? 'narrow one of them' : 'delete one of them';
        return hitPolicy === 'unique' && agreeing ? `${first}, or write \`any\` for \`unique\`: where rows of this table overlap they agree` : first;
      },
      zh: ({ hitPolicy, relation, outputs, agreeing }) => {
        if (outputs !== 'same') return '请收窄条件，使每种情形只命中一行，或改用能确定优先次序的命中策略';
        const first = relation === 'partial' ? '请收窄其中一行' : '请删除其中一行';
        return hitPolicy === 'unique' && agreeing ? `${first}；或将 \`unique\` 改为 \`any\`：本表各重叠行的输出一致` : first;
      },
    },
  }),
  'row-never-matches': define<{ row: string; cells: readonly string[]; together: boolean }>({
    severity: 'warning',
    message: {
      en: ({ row, cells, together }) => `no case can match \`${row}\`: nothing that can occur passes ${quoted(cells)}${together ? ' together' : ''}`,
      zh: ({ row, cells, together }) => `没有任何情形能匹配 \`${row}\`：不可能有取值${together ? '同时' : ''}满足 ${enumerated(cells)}`,
    },
    remedy: {
      en: () => 'correct the cells, or delete the row',
      zh: () => '请更正条件，或删除该行',
    },
  }),
  'row-shadowed': define<{ row: string; by: readonly string[]; hitPolicy: string }>({
    severity: 'warning',
    message: {
      en: ({ row, by, hitPolicy }) => `\`${row}\` never decides anything: ${hitPolicy === 'first' ? 'rows above it' : 'rows that rank above it'} take every case of it (${quoted(by)})`,
      zh: ({ row, by, hitPolicy }) => `\`${row}\` 从不起作用：其全部情形已由${hitPolicy === 'first' ? '上方的行' : '优先级更高的行'}处理（${enumerated(by)}）`,
    },
    remedy: {
      en: ({ hitPolicy }) => (hitPolicy === 'first' ? 'move it above them if it is meant to win, else delete it' : 'narrow the rows that outrank it, or delete it'),
      zh: ({ hitPolicy }) => (hitPolicy === 'first' ? '若应由该行优先，请移到它们上方，否则请删除' : '请收窄优先级更高的行，或删除该行'),
    },
  }),
  'priority-misleading': define<{ row: string; wider: string; given: readonly [string, string]; hitPolicy: string }>({
    severity: 'warning',
    message: {
      en: ({ row, wider, given, hitPolicy }) =>
        `\`${row}\` is a special case of \`${wider}\` but never decides anything: \`${wider}\` ${hitPolicy === 'first' ? 'stands above it' : 'outranks it'} (\`${given[1]}\`, not \`${given[0]}\`)`,
      zh: ({ row, wider, given, hitPolicy }) =>
        `\`${row}\` 是 \`${wider}\` 的特殊情形，却从不起作用：\`${wider}\` ${hitPolicy === 'first' ? '位于其上方' : '优先级更高'}（结果为 \`${given[1]}\`，而非 \`${given[0]}\`）`,
    },
    remedy: {
      en: ({ row, wider, hitPolicy }) =>
        hitPolicy === 'first'
          ? `if the special case is meant to win, move \`${row}\` above \`${wider}\`; else delete it`
          : `if the special case is meant to win, make it an \`exception\` to \`${wider}\` or narrow \`${wider}\`; else delete \`${row}\``,
      zh: ({ row, wider, hitPolicy }) =>
        hitPolicy === 'first'
          ? `若特殊情形应当优先，请将 \`${row}\` 移到 \`${wider}\` 上方；否则请删除`
          : `若特殊情形应当优先，请将其写为 \`${wider}\` 的 \`exception\`，或收窄 \`${wider}\`；否则请删除 \`${row}\``,
    },
  }),
  'row-duplicate': define<{ row: string; of: string; counts: boolean }>({
    severity: 'warning',
    message: {
      en: ({ row, of, counts }) => `\`${row}\` says the same as \`${of}\`: equal cells, period and output${counts ? ', so each of its cases is counted twice' : ''}`,
      zh: ({ row, of, counts }) => `\`${row}\` 与 \`${of}\` 重复：条件、期间和输出均相同${counts ? '，其情形会被计算两次' : ''}`,
    },
    remedy: {
      en: () => 'delete one of the two',
      zh: () => '请删除其中一行',
    },
  }),
  'row-redundant': define<{ row: string; by: readonly string[] }>({
    severity: 'info',
    message: {
      en: ({ row, by }) => `\`${row}\` changes nothing: ${quoted(by)} ${by.length === 1 ? 'gives' : 'give'} the same in every case of it`,
      zh: ({ row, by }) => `\`${row}\` 不影响结果：其全部情形由 ${enumerated(by)} 给出相同的输出`,
    },
    remedy: {
      en: () => 'delete the row if it has nothing of its own to say',
      zh: () => '若该行没有独立含义，可删除',
    },
  }),
  'rows-mergeable': define<{ rows: readonly string[]; column: string | undefined }>({
    severity: 'info',
    message: {
      en: ({ rows, column }) => `${quoted(rows)} differ only in ${column === undefined ? 'their period' : `\`${column}\``}, where one cell could cover all of them`,
      zh: ({ rows, column }) => `${enumerated(rows)} 仅在${column === undefined ? '期间' : ` \`${column}\` `}上不同，可合并为一行`,
    },
    remedy: {
      en: () => 'make one row of them, unless they rest on different rules that may change apart',
      zh: () => '请合并为一行，除非它们依据的规定可能分别变化',
    },
  }),
  'hit-policy-loose': define<{ hitPolicy: string; stricter: 'unique' | 'any' }>({
    severity: 'info',
    message: {
      en: ({ hitPolicy, stricter }) => `\`${hitPolicy}\` decides nothing here: ${stricter === 'unique' ? 'no two rows overlap' : 'where rows overlap, they give the same'}`,
      zh: ({ hitPolicy, stricter }) => `此处 \`${hitPolicy}\` 不起作用：${stricter === 'unique' ? '任何两行都不重叠' : '重叠的行输出相同'}`,
    },
    remedy: {
      en: ({ stricter }) => `write \`${stricter}\`: then a later change that makes rows contradict each other is found`,
      zh: ({ stricter }) => `请写 \`${stricter}\`：今后修改若使各行矛盾，即可被发现`,
    },
  }),
  'column-unused': define<{ column: string; any: boolean }>({
    severity: 'warning',
    message: {
      en: ({ column, any }) => `no row depends on the column \`${column}\`: ${any ? 'every cell is `-`' : 'every cell accepts all that can occur'}`,
      zh: ({ column, any }) => `没有任何行取决于列 \`${column}\`：${any ? '所有单元格均为 `-`' : '所有单元格都接受全部可能取值'}`,
    },
    remedy: {
      en: () => 'remove the column: its fact is asked for and decides nothing; or write the condition that was meant',
      zh: () => '请删除该列：所需事实不影响结果；或写明本应有的条件',
    },
  }),
  'output-never-given': define<{ decision: string; values: readonly string[]; type: string | undefined }>({
    severity: 'warning',
    message: {
      en: ({ decision, values, type }) => `no row or exception of \`${decision}\` gives ${quoted(values)}${type === undefined ? '' : `, and nothing else is of type \`${type}\``}`,
      zh: ({ decision, values, type }) => `\`${decision}\` 没有任何行或例外给出 ${enumerated(values)}${type === undefined ? '' : `，而类型 \`${type}\` 别无来源`}`,
    },
    remedy: {
      en: ({ type }) => (type === undefined ? 'add the row that is missing; a table that always gives the same need not be one' : `add the row that is missing, or take the member out of \`${type}\``),
      zh: ({ type }) => (type === undefined ? '请补充缺少的行；结果恒定的表不必是表' : `请补充缺少的行，或从 \`${type}\` 中删除该成员`),
    },
  }),
  'members-unnamed': define<{ column: string; members: readonly string[]; rows: readonly string[] }>({
    severity: 'info',
    message: {
      en: ({ column, members, rows }) => `no row names ${quoted(members)} of \`${column}\`: only ${quoted(rows)} with \`-\` ${rows.length === 1 ? 'covers' : 'cover'} ${members.length === 1 ? 'it' : 'them'}`,
      zh: ({ column, members, rows }) => `\`${column}\` 的 ${enumerated(members)} 没有任何行提及：仅由 \`-\` 所在的 ${enumerated(rows)} 覆盖`,
    },
    remedy: {
      en: () => 'see whether they are meant to end as all others do; if so, name them in a row',
      zh: () => '请确认其应按其余情形处理；若是，请在行中写明',
    },
  }),
  'findings-left-out': define<{ table: string; code: string; count: number; atLeast: boolean }>({
    severity: 'info',
    message: {
      en: ({ table, code, count, atLeast }) => `\`${table}\` has ${atLeast ? 'at least ' : ''}${count} more of \`${code}\`, which are not listed`,
      zh: ({ table, code, count, atLeast }) => `\`${table}\` ${atLeast ? '至少' : ''}另有 ${count} 处 \`${code}\` 未列出`,
    },
    remedy: {
      en: () => 'correct those above and check again',
      zh: () => '请更正以上各处后重新检查',
    },
  }),
  'not-analysed': define<{ name: string; question: Phrase; at: string }>({
    severity: 'warning',
    message: {
      en: ({ name, question, at }) => `not analysed: ${question.en} in \`${name}\` could not be settled${at === '' ? '' : `, because of \`${at}\``}`,
      zh: ({ name, question, at }) => `未分析：${at === '' ? '' : `因 \`${at}\`，`}无法判定 \`${name}\` ${question.zh}`,
    },
    remedy: {
      en: () => 'make a decision of this expression, or write it with constants, comparisons and `+ - * /`; until then a person must look at it',
      zh: () => '请将该表达式拆为单独的决策，或改用常量、比较和 `+ - * /` 书写；在此之前须由人核对',
    },
  }),
  'analysis-incomplete': define<{ name: string; question: Phrase; rest: Phrase }>({
    severity: 'warning',
    message: {
      en: ({ name, question, rest }) => `not all analysed: ${question.en} in \`${name}\` was searched for until the budget was spent; not covered: ${rest.en}`,
      zh: ({ name, question, rest }) => `未全部分析：\`${name}\` ${question.zh}，已搜索至预算用尽；未覆盖：${rest.zh}`,
    },
    remedy: {
      en: () => 'divide the table into smaller ones, such as one for each value of a column',
      zh: () => '请将该表拆分为较小的表，例如按某一列的取值分别列表',
    },
  }),
};
