import { Button } from '../../components/button';
export const d = Button;
