import type { Input } from '#shared/contract/index.ts';
import type { Builder } from './builder.ts';
import type { Scene } from './office.ts';

/** Who enters the records: the co-ordinator. */
const DESK = 'margaret';

type Child = Omit<Input<'children.register'>, 'checkId' | 'areaId'>;
type Carer = NonNullable<Child['carers']>[number];

const mother = (name: string, more: Partial<Carer> = {}): Carer => ({
  name,
  relationship: 'mother',
  parentalResponsibility: 'Y',
  livesWithChild: 'Y',
  isSignatory: true,
  phone: '01632 960377',
  ...more,
});

/** Plans the families that an office learns most from: twins, two homes, a birth, a death, one child with two records. */
export function tellFamilies(builder: Builder, scene: Scene): void {
  builder.on('2008-04-10', () => notYetSaid(builder, scene));
  builder.on('2008-05-06', () => twins(builder, scene));
  builder.on('2008-05-20', () => threeChildren(builder, scene));
  builder.on('2008-06-03', () => died(builder, scene));
  builder.on('2008-06-17', () => unborn(builder, scene));
  builder.on('2008-07-08', () => twice(builder, scene));
  builder.on('2008-09-09', () => youngMother(builder, scene));
}

async function register(builder: Builder, scene: Scene, child: Child, area = 0): Promise<number> {
  const { checkId } = await builder.as(DESK, 'children.check', {
    givenNames: child.givenNames,
    familyName: child.familyName,
    dob: child.dob,
    expectedOn: child.expectedOn,
    postcode: child.postcode ?? '',
  });
  const areaId = scene.areas[area]?.id ?? 0;
  return (await builder.as(DESK, 'children.register', { ...child, checkId, areaId })).id;
}

async function change(
  builder: Builder,
  id: number,
  values: Omit<Input<'children.save'>, 'id' | 'version'>,
): Promise<void> {
  const { version } = await builder.as(DESK, 'children.get', { id });
  await builder.as(DESK, 'children.save', { id, version, ...values });
}

const link = (builder: Builder, childId: number, name: string, linkedChildId: number) =>
  builder.as(DESK, 'children.saveMember', {
    childId,
    id: null,
    version: 0,
    name,
    relationship: 'sibling',
    parentalResponsibility: 'N',
    livesWithChild: 'Y',
    linkedChildId,
  });

/** One family refused to say; of the other nobody has asked in six months. */
async function notYetSaid(builder: Builder, scene: Scene): Promise<void> {
  const at = { expectedOn: null, address: '3 Beacon Rise\nMarlford', postcode: 'MF4 6QL' };
  await register(builder, scene, {
    ...at,
    givenNames: 'Skye',
    familyName: 'Denholm',
    sex: 'F',
    dob: '2001-02-19',
    ethnicity: 'NOBT',
    carers: [mother('Paula Denholm')],
  });
  await register(builder, scene, {
    ...at,
    address: '18 Mill Bank\nMarlford',
    postcode: 'MF3 9RT',
    givenNames: 'Tobias',
    familyName: 'Wrenfield',
    sex: 'M',
    dob: '1999-09-30',
    ethnicity: 'REFU',
    carers: [mother('Ines Wrenfield', { phone: '' })],
  });
}

/** Twins whose mother's address nobody is to know, and whose father lives elsewhere. */
async function twins(builder: Builder, scene: Scene): Promise<void> {
  const both = {
    familyName: 'Farrington',
    dob: '2002-06-11',
    expectedOn: null,
    address: '2 Tannery Lane\nMarlford',
    postcode: 'MF3 1HJ',
    addressRestricted: true,
    school: 'Hillcrest Primary',
    ethnicity: 'WBRI',
    carers: [
      mother('Leanne Farrington'),
      {
        name: 'Craig Sutter',
        relationship: 'father' as const,
        parentalResponsibility: 'Y' as const,
        livesWithChild: 'N' as const,
        sameAddress: false,
        address: '41 Orchard Walk\nMarlford',
        postcode: 'MF2 7DN',
      },
    ],
  };
  const maya = await register(builder, scene, { ...both, givenNames: 'Maya', sex: 'F' });
  const zak = await register(builder, scene, { ...both, givenNames: 'Zak', sex: 'M' });
  await link(builder, maya, 'Zak Farrington', zak);
}

/** Three children of one home, each with a record that names the others. */
async function threeChildren(builder: Builder, scene: Scene): Promise<void> {
  const home = {
    familyName: 'Nwosu',
    expectedOn: null,
    address: '9 Sycamore Close\nMarlford',
    postcode: 'MF5 2WX',
    ethnicity: 'BAFR',
    firstLanguage: 'Igbo',
    carers: [
      mother('Ngozi Nwosu', { isSignatory: false }),
      {
        name: 'Grace Nwosu',
        relationship: 'grandparent' as const,
        parentalResponsibility: 'N' as const,
        livesWithChild: 'Y' as const,
      },
    ],
  };
  const one = await register(
    builder,
    scene,
    { ...home, givenNames: 'Adaeze', sex: 'F', dob: '1996-03-02' },
    1,
  );
  const two = await register(
    builder,
    scene,
    { ...home, givenNames: 'Chidi', sex: 'M', dob: '1999-07-21' },
    1,
  );
  const three = await register(
    builder,
    scene,
    { ...home, givenNames: 'Ife', sex: 'F', dob: '2004-11-08' },
    1,
  );
  await link(builder, one, 'Chidi Nwosu', two);
  await link(builder, one, 'Ife Nwosu', three);
  await link(builder, two, 'Ife Nwosu', three);
  await hardOfHearing(builder, two);
}

/** What is kept of a child who is hard of hearing, and who helps. */
async function hardOfHearing(builder: Builder, childId: number): Promise<void> {
  await change(builder, childId, {
    disabled: 'Y',
    disabilities: ['HEAR'],
    senStatus: 'P',
    interpreterNeeded: 'N',
  });
  await builder.as(DESK, 'children.saveService', {
    childId,
    id: null,
    version: 0,
    service: 'other',
    organisation: 'Sensory support service',
    worker: 'Mairi Lunn',
    role: 'Teacher of the deaf',
    from: '2006-09-04',
  });
}

/** A child who died: nothing of the record is due any more. */
async function died(builder: Builder, scene: Scene): Promise<void> {
  const id = await register(builder, scene, {
    givenNames: 'Jamie',
    familyName: 'Lorrimer',
    sex: 'M',
    dob: '1997-01-25',
    expectedOn: null,
    address: '60 Canal Street\nMarlford',
    postcode: 'MF2 4AB',
    ethnicity: 'WBRI',
    carers: [mother('Sheila Lorrimer')],
  });
  builder.on('2008-07-21', () => change(builder, id, { diedOn: '2008-07-19' }));
}

/** An unborn child, born in August under another name. */
async function unborn(builder: Builder, scene: Scene): Promise<void> {
  const id = await register(builder, scene, {
    givenNames: 'Unborn baby',
    familyName: 'of Kelly Marchant',
    sex: 'U',
    dob: null,
    expectedOn: '2008-08-20',
    address: '12 Orchard Walk\nMarlford',
    postcode: 'MF2 7DN',
    carers: [mother('Kelly Marchant', { dob: '1984-05-05' })],
  });
  builder.on('2008-08-27', () =>
    change(builder, id, {
      givenNames: 'Alfie',
      familyName: 'Marchant',
      sex: 'M',
      dob: '2008-08-24',
      expectedOn: null,
      ethnicity: 'WBRI',
    }),
  );
}

/** One child twice: the second time by another spelling, from another school. */
async function twice(builder: Builder, scene: Scene): Promise<void> {
  const child = {
    sex: 'F' as const,
    dob: '2000-12-04',
    expectedOn: null,
    address: '27 Beacon Rise\nMarlford',
    postcode: 'MF4 6QL',
  };
  await register(builder, scene, {
    ...child,
    givenNames: 'Chloe',
    familyName: 'Winterbourne',
    school: 'Hillcrest Primary',
    carers: [mother('Tracy Winterbourne')],
  });
  await register(builder, scene, {
    ...child,
    givenNames: 'Khloe',
    familyName: 'Winterborne',
    phone: '01632 960412',
    ethnicity: 'WBRI',
    carers: [
      { name: 'Ray Cobb', relationship: 'step_parent', parentalResponsibility: 'N', livesWithChild: 'Y' },
    ],
  });
}

/** A young mother-to-be: the CAF will be hers, not the baby's. */
async function youngMother(builder: Builder, scene: Scene): Promise<void> {
  const id = await register(builder, scene, {
    givenNames: 'Jade',
    familyName: 'Pickersgill',
    sex: 'F',
    dob: '1992-04-17',
    expectedOn: null,
    address: '5 Sycamore Close\nMarlford',
    postcode: 'MF5 2WX',
    school: 'Northgate Academy',
    ethnicity: 'WBRI',
    carers: [mother('Dawn Pickersgill')],
  });
  await change(builder, id, { expectingOn: '2009-01-15' });
}
