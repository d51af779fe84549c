import { useState, type ReactNode } from 'react';
import { Act } from './Act.tsx';
import { Dialog } from './Dialog.tsx';

export type ConfirmDialogProps = {
  open: boolean;
  title: string;
  /** What will happen, with reference, child, provider and total where there are any. */
  children: ReactNode;
  /** The act, by its name: "Cancel order 4001873". */
  act: string;
  onAct: () => void | Promise<void>;
  onClose: () => void;
  /** The way back, by its name. */
  keep?: string;
  /** The act takes something away. */
  danger?: boolean;
};

/** Asks once, only before what is hard to undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, act, onAct, onClose, keep = 'Go back', danger = false } = props;
  const [isBusy, setBusy] = useState(false);
  const press = () => {
    setBusy(true);
    void Promise.resolve(onAct()).finally(() => setBusy(false));
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      width={480}
      footer={
        <>
          <Act onPress={onClose}>{keep}</Act>
          <Act kind={danger ? 'danger' : 'main'} onPress={press} busy={isBusy} keys="Ctrl+Enter">
            {act}
          </Act>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
