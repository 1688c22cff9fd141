import { connect } from 'node:net';
export const l = connect;
