import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from '@tanstack/react-router';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useId, useState } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon, type IconShape } from './Icon.tsx';
import { linkProps, type LinkTarget } from './RouteLink.tsx';

export type MoreItem = {
  label: string;
  icon?: IconShape;
  to?: LinkTarget;
  onPress?: () => void;
  /** The act takes something away. */
  danger?: boolean;
};

/** The acts that are seldom needed, behind three dots. `label` is spoken: "More for order 4001873". */
export function MoreMenu(props: { label: string; items: MoreItem[] }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const navigate = useNavigate();
  const id = useId();
  const choose = (item: MoreItem) => {
    setAnchor(null);
    item.onPress?.();
    if (item.to) void navigate(linkProps(item.to));
  };
  return (
    <>
      <IconButton
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={anchor ? true : undefined}
        aria-controls={anchor ? id : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        style={{
          width: rem(36),
          height: rem(36),
          border: `1px solid ${look.lineQuiet}`,
          backgroundColor: look.surface,
        }}
      >
        <Icon of={Ellipsis} size={16} />
      </IconButton>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {props.items.map((item) => (
          <MenuItem
            key={item.label}
            onClick={() => choose(item)}
            style={item.danger ? { color: look.red } : undefined}
          >
            {item.icon ? <Icon of={item.icon} size={16} /> : null}
            {item.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
