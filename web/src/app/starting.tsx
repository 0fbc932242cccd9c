import type { ReactNode } from 'react';
import { TopBar } from './top-bar.tsx';

/** While the first page's file is on its way: what stands above all of them. */
export const Starting = (): ReactNode => <TopBar />;
