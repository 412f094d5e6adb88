/** Statutory timers: asked of the clock when they fire, armed again, derived anew. */
package vn.thutuc.process.timer;
