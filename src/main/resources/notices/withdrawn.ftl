<#import "common.ftl" as c>
<@subject>Đã rút hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Hồ sơ đã được rút theo đề nghị của ông/bà và không được giải quyết tiếp.
Về giấy tờ đã nộp, xin liên hệ ${dossier.returnPlace}. Nếu ông/bà không đề nghị rút, xin báo ngay cho cơ quan giải quyết.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number} đã được rút theo đề nghị của ông/bà. Nếu không phải, xin báo ngay. ${agency.name}</@sms>
<@zalo template="withdrawn" so_ho_so=dossier.number ten=to.name co_quan=agency.name/>
