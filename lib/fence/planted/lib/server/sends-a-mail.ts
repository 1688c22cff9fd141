import { createTransport } from 'nodemailer';
export const m = createTransport;
