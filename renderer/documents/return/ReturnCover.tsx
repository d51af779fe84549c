import { keepUntil } from '#shared/domain/keepUntil.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { ReturnData } from '#shared/contract/returns.ts';

/** `14 Oct 2008, 10:42 UTC`: an extract's moment, the same wherever it is printed. */
export function formatMoment(moment: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(moment);
  return match === null ? moment : `${formatDay(match[1] ?? '')}, ${match[2] ?? ''} UTC`;
}

/** Who, which quarter, drawn up when, by whom and with what, and room for three signatures (domain 10.0). */
export function ReturnCover({ data }: { data: ReturnData }) {
  return (
    <header>
      <div className="paper-letterhead">
        <div className="paper-council">
          <p className="paper-council-name">{data.office}</p>
          <h1 className="paper-title">Quarterly return {data.period}</h1>
          <p>
            {formatDay(data.from)} to {formatDay(data.to)}
          </p>
        </div>
        <div className="paper-number">
          <p className="paper-class">{data.classification}</p>
          <p className="paper-quiet">
            {data.profile === 'internal' ? 'Exact figures, for this office only' : 'Small numbers hidden'}
          </p>
        </div>
      </div>
      <dl className="paper-facts paper-facts--return">
        <Fact label="Extracted" value={formatMoment(data.extractedAt)} />
        {data.profile === 'internal' && (
          <Fact label="Destroy after" value={formatDay(keepUntil(data.extractedAt))} />
        )}
        <Fact label="Software" value={`Trust Desk ${data.softwareVersion}`} />
        <Fact label="Hash of the figures (SHA-256)" value={data.hash} />
      </dl>
      <dl className="paper-signatures">
        <Signature label="Prepared by" name={data.preparedBy} />
        <Signature label="Checked by" name="Name" />
        <Signature label="Approved by" name="Name" />
      </dl>
    </header>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Signature({ label, name }: { label: string; name: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{name}, signature and date</dd>
    </div>
  );
}
