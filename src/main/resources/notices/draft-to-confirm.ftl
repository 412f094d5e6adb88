<#import "common.ftl" as c>
<@subject>Đề nghị kiểm tra biểu mẫu điện tử, hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Biểu mẫu điện tử của hồ sơ đã được lập theo thông tin ông/bà cung cấp.
Đề nghị ông/bà kiểm tra và trả lời đúng hay cần sửa, để cơ quan giải quyết tiếp.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number}: đề nghị ông/bà kiểm tra, xác nhận biểu mẫu điện tử để được giải quyết tiếp. ${agency.name}</@sms>
<@zalo template="draft-to-confirm" so_ho_so=dossier.number ten=to.name co_quan=agency.name/>
