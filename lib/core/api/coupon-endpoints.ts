// Coupons in the management API.
import * as coupon from './coupon';
import { get, post } from './endpoint';
import { pageOf } from './page';

export const couponEndpoints = {
  listCouponPools: get({
    name: 'listCouponPools',
    tag: 'Coupons',
    path: '/v1/coupon-pools',
    summary: 'List coupon pools',
    description: 'Newest first, with how many codes are issued and how many are left.',
    query: coupon.ListCouponPools,
    reply: pageOf(coupon.CouponPool),
    refusals: ['bad-cursor'],
  }),
  createCouponPool: post({
    name: 'createCouponPool',
    tag: 'Coupons',
    path: '/v1/coupon-pools',
    summary: 'Create a coupon pool',
    description: 'With a pattern that makes codes, or without one: then import the codes you have.',
    body: coupon.CreateCouponPool,
    reply: coupon.CouponPool,
    status: 201,
  }),
  findCouponPool: get({
    name: 'findCouponPool',
    tag: 'Coupons',
    path: '/v1/coupon-pools/{id}',
    summary: 'Get a coupon pool',
    params: coupon.CouponPoolRef,
    reply: coupon.CouponPool,
    refusals: ['not-found'],
  }),
  importCoupons: post({
    name: 'importCoupons',
    tag: 'Coupons',
    path: '/v1/coupon-pools/{id}/import',
    summary: 'Import codes into a pool',
    description:
      'A code in each line, or a CSV file with a column code. Up to 100 MB, read while it arrives. A code that is there already is counted and left alone. A pool with a pattern takes no codes.',
    params: coupon.CouponPoolRef,
    takesFile: true,
    reply: coupon.ImportedCoupons,
    refusals: ['not-found', 'pool-has-pattern'],
  }),
  listIssuedCoupons: get({
    name: 'listIssuedCoupons',
    tag: 'Coupons',
    path: '/v1/coupon-pools/{id}/issued',
    summary: 'List who got which code',
    description: 'Newest first.',
    params: coupon.CouponPoolRef,
    query: coupon.ListIssuedCoupons,
    reply: pageOf(coupon.IssuedCoupon),
    refusals: ['not-found', 'bad-cursor'],
  }),
};
