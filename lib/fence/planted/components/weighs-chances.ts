export { normal } from '../../../core/statistics/normal';
