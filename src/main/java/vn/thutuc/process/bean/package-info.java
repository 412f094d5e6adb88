/** The beans a model may call; each verb reads variables, calls one service method and ends. */
package vn.thutuc.process.bean;
