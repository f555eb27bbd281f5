import { setting } from '../../ledger/setting';

export const showPlaces = setting.yesNo('公示地点', false, { clause: '请假-五', help: '去向公示是否写公出地点' });
