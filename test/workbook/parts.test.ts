import fc from 'fast-check';
import { areaToA1, columnLetters, fromA1, parseSheetAddress, quoteSheet, toA1 } from '../../src/workbook/address';
import { asRead, formulaCell } from '../../src/workbook/cell';
import { sameCell, numbered } from '../../src/workbook/diff';
import { digestOfCells, digestOfContent, digestOfSheet } from '../../src/workbook/digest';
import { fillFormula, normalizeFormula, sameFormula, shiftFormula, shiftRow } from '../../src/workbook/formula';
import { decodeMark, encodeMark, marksOf, type OwnerMark } from '../../src/workbook/mark';
import { MemorySheet } from '../../src/hosts/memory';
import { contentOf } from '../host-contract/contract';

const seeded = { seed: 20260305, numRuns: 300 };

describe('addresses', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16383, 'XFD'],
  ])('column %i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  test('there and back', () => {
    fc.assert(
      fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
        expect(fromA1(toA1(row, column))).toEqual({ row, column });
      }),
      seeded,
    );
  });

  test.each(['', '5', 'A', 'A0', 'ABCD1', 'A1:B2', '甲1'])('%p is no cell', (text) => expect(fromA1(text)).toBeUndefined());

  test.each([
    ['值班表!E5', { sheet: '值班表', cell: { row: 4, column: 4 } }],
    ["'一''二'!$A$1", { sheet: "一'二", cell: { row: 0, column: 0 } }],
    ['!A1', undefined],
    ['值班表', undefined],
    ['值班表!E', undefined],
  ])('%p', (text, expected) => expect(parseSheetAddress(text)).toEqual(expected));

  test('areas and quoted names', () => {
    expect(areaToA1({ row: 0, column: 0, lastRow: 0, lastColumn: 0 })).toBe('A1');
    expect(areaToA1({ row: 0, column: 0, lastRow: 4, lastColumn: 2 })).toBe('A1:C5');
    expect(quoteSheet("甲'乙")).toBe("'甲''乙'");
  });
});

describe('formulas', () => {
  test.each([
    ['SUM(A1:B2)', '= sum( a1 : b2 )', true],
    ["'表'!A1+1", '表!A1+1', true],
    ['"a b"', '"A b"', false],
    ['A1', 'A2', false],
    ['SUM(A1)', 'SUM1(A1)', false],
  ])('%p and %p say the same: %p', (a, b, expected) => expect(sameFormula(a, b)).toBe(expected));

  test.each([
    ['SUM(A2:A9)', 3, 2, 'SUM(A2:A11)'],
    ['$A$2+B$9', 3, 2, '$A$2+B$11'],
    ["'表'!A9", 3, 2, "'表'!A11"],
    ['表!A2:表!A9', 3, 2, '表!A2:表!A11'],
    ['表!A2:A9', 3, 2, '表!A2:A11'],
    ['另!A9', 3, 2, '另!A9'],
    ['另!A2:A9', 3, 2, '另!A2:A9'],
    ['"A9"&A9', 3, 2, '"A9"&A11'],
    ['LOG10(A1)', 3, 2, 'LOG10(A1)'],
    ['A9', 3, -2, 'A7'],
    ['A5', 3, -2, '#REF!'],
    ['SUM(A2:A5)', 3, -2, 'SUM(A2:A3)'],
    ['SUM(A4:A9)', 3, -2, 'SUM(A4:A7)'],
  ])('%s, rows from %i moved by %i: %s', (formula, at, count, expected) => {
    expect(shiftFormula(formula, '表', { sheet: '表', at, count })).toBe(expected);
  });

  test('rows in and out again leave a formula as it was', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 5 }), (a, b, at, count) => {
        const formula = `SUM(A${a + 1}:$B$${b + 1})+1`;
        const there = shiftFormula(formula, '表', { sheet: '表', at, count });
        expect(shiftFormula(there, '表', { sheet: '表', at, count: -count })).toBe(formula);
      }),
      seeded,
    );
  });

  test.each([
    ['A1+B$2+$C3+$D$4', 'B3+C$2+$C5+$D$4'],
    ['SUM(A1:Z9)', 'SUM(B3:AA11)'],
    ['SUM(A:B,$A:B,3:$4)', 'SUM(B:C,$A:C,5:$4)'],
    ["'A1 B2'!A1&Sheet1!A1&S1!A1", "'A1 B2'!B3&Sheet1!B3&S1!B3"],
    ['"A1"&LOG10(A1)&税率2026&1E5&1.5', '"A1"&LOG10(B3)&税率2026&1E5&1.5'],
    ['Table1[Col1]+名_1', 'Table1[Col1]+名_1'],
  ])('%s filled two down and one to the right: %s', (formula, expected) => {
    expect(fillFormula(formula, 2, 1)).toBe(expected);
  });

  test('a normal form is normal', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normalizeFormula(normalizeFormula(text))).toBe(normalizeFormula(text));
      }),
      seeded,
    );
  });

  test('rows', () => {
    expect([shiftRow(2, { sheet: '', at: 3, count: 2 }), shiftRow(3, { sheet: '', at: 3, count: 2 }), shiftRow(3, { sheet: '', at: 3, count: -1 }), shiftRow(4, { sheet: '', at: 3, count: -1 })]).toEqual([2, 5, null, 3]);
  });
});

describe('marks', () => {
  const mark: OwnerMark = { title: '公平性', action: 'duty-roster/generate', parameters: { from: '2026-01-01', note: '引"号' }, cells: 'a', content: 'b', input: 'c' };

  test('there and back, in pieces that Excel accepts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (note) => {
        const long = { ...mark, parameters: { note } };
        const formula = encodeMark(long);
        expect(decodeMark(formula)).toEqual(long);
        for (const piece of formula.match(/"(?:[^"]|"")*"/g)!) expect(piece.length).toBeLessThanOrEqual(242);
      }),
      seeded,
    );
  });

  test.each(['', 'A1', '"x"', '"[1]"', '"[2,""a"",""b"",{},""c"",""d"",""e""]"', '"[1,2,3,{},4,5,6]"', '"[1,""a"",""b"",null,""c"",""d"",""e""]"', '"[1,""a"",""b"",{""x"":1},""c"",""d"",""e""]"'])('%s is none of ours', (formula) => {
    expect(decodeMark(formula)).toBeUndefined();
  });

  test('by sheet', () => {
    const names = [
      { name: '_HENGZHI', scope: '公平性', formula: encodeMark(mark), hidden: true },
      { name: '_hengzhi', scope: null, formula: encodeMark(mark), hidden: true },
      { name: '_hengzhi', scope: '别的', formula: '"x"', hidden: true },
      { name: '其他', scope: '公平性', formula: encodeMark(mark), hidden: true },
    ];
    expect([...marksOf(names).keys()]).toEqual(['公平性']);
  });
});

test('a digest of what would be written is that of what is read back; looks count apart', () => {
  const content = contentOf([['题', null], [1.5, formulaCell(' sum(A1) ', 3)], [null, '']]);
  expect(digestOfCells(content)).toBe(digestOfSheet(MemorySheet.fromContent('表', content).snapshot()));
  expect(digestOfCells(contentOf([['题'], [1.5, formulaCell('SUM(A1)', 99)]]))).toBe(digestOfCells(content));
  expect(digestOfContent({ ...content, columnWidths: [9] })).not.toBe(digestOfContent(content));
});

test('cells compare by kind and value, numbers to twelve digits, formulas by tokens', () => {
  expect(sameCell(asRead(0.1 + 0.2), asRead(0.3))).toBe(true);
  expect(sameCell(asRead('1'), asRead(1))).toBe(false);
  expect(sameCell(asRead(formulaCell('1+1', 2)), asRead(2))).toBe(false);
  expect(sameCell(asRead(formulaCell('a1', 2)), asRead(formulaCell('A1', 5)))).toBe(true);
});

test('a numbered title keeps to 31 characters', () => {
  expect(numbered('公平性', 1)).toBe('公平性');
  expect(numbered('长'.repeat(40), 2)).toBe(`${'长'.repeat(28)}(2)`);
});
