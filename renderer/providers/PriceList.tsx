import { styled } from '@mui/material/styles';
import Plus from 'lucide-react/icons/plus';
import Tag from 'lucide-react/icons/tag';
import { Fragment, useState } from 'react';
import { formatPriceE4 } from '#shared/domain/money.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { TableScroll } from '#renderer/components/TableScroll.tsx';
import { Table } from '#renderer/components/tableStyles.ts';
import { TextButton } from '#renderer/components/TextButton.tsx';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { AddItemDialog, SetPriceDialog } from './PriceDialogs.tsx';
import { categoryWord, counted, heldFrom, vatWord, type Item, type Provider } from './providerWords.ts';

const Prices = styled(Table)({
  '& .title': { display: 'block', fontWeight: 600 },
  '& .under': { fontSize: rem(12), lineHeight: rem(16), color: look.ink2 },
  '& tr.past > *': {
    borderTop: 0,
    paddingTop: 0,
    paddingBottom: rem(8),
    color: look.ink2,
    fontSize: rem(13),
  },
  '& td.verb': { width: '1%', textAlign: 'right', whiteSpace: 'nowrap' },
});

function price(e4: number): string {
  return formatPriceE4(e4).replace('£', '');
}

function pastOrComing(one: Item['history'][number], current: Item['current']): string {
  if (!current) return 'Not in force';
  return one.validFrom > current.validFrom ? 'Price to come' : 'Earlier price';
}

type RowProps = { item: Item; onSet: ((item: Item) => void) | null };

function ItemRows(props: RowProps) {
  const { item, onSet } = props;
  const [isOpen, setOpen] = useState(false);
  const others = item.history.filter((one) => one.id !== item.current?.id);
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <span className="title">{item.title}</span>
          <span className="under">
            {categoryWord(item.category)}
            {others.length > 0 ? (
              <>
                {' · '}
                <TextButton
                  onPress={() => setOpen(!isOpen)}
                  expanded={isOpen}
                  spokenLabel={`${counted(others.length, 'other price')} of ${item.title}`}
                >
                  {counted(others.length, 'other price')}
                </TextButton>
              </>
            ) : null}
          </span>
        </th>
        <td className="ref">{item.code}</td>
        <td className="num">{item.current ? price(item.current.unitPriceE4) : ''}</td>
        <td>{item.unit}</td>
        <td>
          {item.current ? <span title={vatWord(item.current.vatCode)}>{item.current.vatCode}</span> : ''}
        </td>
        <td className="ref">
          {item.current ? heldFrom(item.current) : <Status kind="attention">No price today</Status>}
        </td>
        {onSet ? (
          <td className="verb">
            <Act kind="text" small onPress={() => onSet(item)} spokenLabel={`Set price of ${item.title}`}>
              Set price
            </Act>
          </td>
        ) : null}
      </tr>
      {isOpen
        ? others.map((one) => (
            <tr key={one.id} className="past">
              <td colSpan={2}>{pastOrComing(one, item.current)}</td>
              <td className="num">{price(one.unitPriceE4)}</td>
              <td>{item.unit}</td>
              <td>{one.vatCode}</td>
              <td className="ref">{heldFrom(one)}</td>
              {onSet ? <td>&nbsp;</td> : null}
            </tr>
          ))
        : null}
    </Fragment>
  );
}

function ItemsTable(props: { items: Item[]; onSet: RowProps['onSet'] }) {
  const { items, onSet } = props;
  return (
    <TableScroll label="Price list">
      <Prices>
        <caption>Price list</caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Code</th>
            <th scope="col" className="num">
              Price, £
            </th>
            <th scope="col">Unit</th>
            <th scope="col">VAT</th>
            <th scope="col">Holds</th>
            {onSet ? (
              <th scope="col">
                <span style={{ position: 'absolute', clipPath: 'inset(50%)' }}>What to do</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRows key={item.id} item={item} onSet={onSet} />
          ))}
        </tbody>
      </Prices>
    </TableScroll>
  );
}

/** What a provider sells and for how much, without VAT, with what it cost before. */
export function PriceList(props: { provider: Provider; today: string }) {
  const { provider, today } = props;
  const may = usePermissions();
  const mayManage = may('providers.manage');
  const [isAdding, setAdding] = useState(false);
  const [priced, setPriced] = useState<Item | null>(null);
  const add = (
    <Act small icon={Plus} onPress={() => setAdding(true)}>
      Add item
    </Act>
  );
  return (
    <Card
      title="Price list"
      note={provider.items.length > 0 ? 'without VAT' : undefined}
      padded={false}
      actions={mayManage && provider.items.length > 0 ? add : null}
    >
      {provider.items.length > 0 ? (
        <ItemsTable items={provider.items} onSet={mayManage ? setPriced : null} />
      ) : (
        <EmptyState title="Nothing on the price list yet" icon={Tag} action={mayManage ? add : null}>
          Orders are written from price lists: the item, its unit, its price and the VAT code, from a day on.
        </EmptyState>
      )}
      {isAdding ? <AddItemDialog today={today} provider={provider} onClose={() => setAdding(false)} /> : null}
      {priced ? (
        <SetPriceDialog today={today} key={priced.id} item={priced} onClose={() => setPriced(null)} />
      ) : null}
    </Card>
  );
}
