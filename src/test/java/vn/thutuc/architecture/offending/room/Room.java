package vn.thutuc.architecture.offending.room;

import vn.thutuc.architecture.offending.cellar.Cellar;

class Room {

  Cellar cellar;
}
