import { Button } from '../../components/button';
export const h = Button;
