import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { explorerAddress } from './explorer-address.ts';
import { operationWords } from './operation-words.ts';
import styles from './operations-list.module.css';
import { forgetOperations, type RecordedOperation, useOperations } from './record.ts';

/** The last operations with their documents, variables, times and live events, and the way to run each in the explorer. */
export default function OperationsList(): ReactNode {
  const words = useWords(operationWords);
  const operations = useOperations();
  if (operations.length === 0) return <EmptyState title={words.none} text={words.noneText} />;
  return (
    <>
      <p className="soft small">{words.lead}</p>
      <ol className={`plain ${styles.list}`}>
        {operations.map((operation) => (
          <li key={operation.id}>
            <Operation operation={operation} />
          </li>
        ))}
      </ol>
      <Button onClick={forgetOperations}>{words.clear}</Button>
    </>
  );
}

const withoutTypename = (key: string, value: unknown): unknown => (key === '__typename' ? undefined : value);

function Operation({ operation }: { readonly operation: RecordedOperation }): ReactNode {
  const words = useWords(operationWords);
  const { number, time } = useFormat();
  const { name, kind, document, variables, at, outcome, tookMs, events, result, requestId } = operation;
  return (
    <details className={styles.operation}>
      <summary>
        <span className={styles[kind]}>{words[kind]}</span>
        <strong className={styles.name}>{name}</strong>
        <span className={styles.figures}>
          {kind === 'subscription' ? words.events(events) : tookMs !== undefined && `${number(Math.round(tookMs))} ms`}
          {outcome === 'running' && <span className={styles.running}>{words.running}</span>}
          {outcome === 'failed' && <span className={styles.failed}>{words.failed}</span>}
        </span>
      </summary>
      <p className={`soft small ${styles.asked}`}>
        {time(new Date(at))} {requestId && <code>{requestId}</code>}
      </p>
      <Source label={words.document} text={document} />
      {Object.keys(variables).length > 0 && (
        <Source label={words.variables} text={JSON.stringify(variables, null, 2)} />
      )}
      {result !== undefined && <Source label={words.result} text={JSON.stringify(result, withoutTypename, 2)} />}
      <a href={explorerAddress(operation)} target="_blank" rel="noreferrer">
        {words.explorer}
      </a>
    </details>
  );
}

function Source({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <figure className={styles.source}>
      <figcaption className="soft small">{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </figure>
  );
}
