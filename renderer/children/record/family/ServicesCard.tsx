import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import { childServices } from '#shared/codes/childServices.ts';
import { labelIn } from '#shared/codes/list.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Person } from '#renderer/components/Person.tsx';
import type { ChildRecord } from '../../words.ts';
import { useRecord } from '../recordContext.ts';
import { Lines } from './FamilyCard.tsx';

/** A service working with the child. */
export type Service = ChildRecord['services'][number];

function when(service: Service): string {
  if (service.to !== null) return `until ${formatDay(service.to)}`;
  return service.from === null ? '' : `since ${formatDay(service.from)}`;
}

/** Who works with the child besides the CAF: the universal services, and others. */
export function ServicesCard(props: { onOpen: (service: Service | null) => void }) {
  const { onOpen } = props;
  const { record, canChange } = useRecord();
  const { services } = record;
  return (
    <Card
      title="Services working with the child"
      note={services.length > 0 ? String(services.length) : undefined}
      padded={false}
      actions={
        canChange ? (
          <Act small icon={Plus} onPress={() => onOpen(null)} keys="Alt+S">
            Add a service
          </Act>
        ) : null
      }
    >
      {services.length === 0 ? (
        <EmptyState title="No service is recorded yet">
          GP, nursery or school, and whoever else sees the child: who it is, and how to reach them.
        </EmptyState>
      ) : (
        <Lines>
          {services.map((service) => (
            <li key={service.id} className={service.to === null ? '' : 'gone'}>
              <Person
                name={service.organisation}
                detail={[
                  labelIn(childServices, service.service),
                  [service.worker, service.role].filter(Boolean).join(', '),
                  when(service),
                  service.crossBorder ? 'in another authority' : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
                end={service.phone}
              />
              {canChange ? (
                <Act
                  small
                  icon={Pencil}
                  onPress={() => onOpen(service)}
                  spokenLabel={`Change ${service.organisation}`}
                >
                  Change
                </Act>
              ) : (
                <span />
              )}
            </li>
          ))}
        </Lines>
      )}
    </Card>
  );
}
