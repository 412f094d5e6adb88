<#import "common.ftl" as c>
<@subject>Nhắc nhận kết quả hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Kết quả hồ sơ của ông/bà đã có<#if days??> được ${days} ngày</#if> mà chưa có người đến nhận.
<#if results?has_content>
Kết quả:
<#list results as result>
- ${result.title}<#if result.number??>, số ${result.number}</#if><#if result.day??>, ngày ${result.day}</#if>
</#list>
</#if>
Mời ông/bà đến ${dossier.returnPlace} nhận kết quả, mang theo giấy tiếp nhận và hẹn trả kết quả và giấy tờ tùy thân.
Nếu đã nhận, xin bỏ qua thư này.
</@c.letter>
</@mail>
<@sms>Kết quả hồ sơ ${dossier.number} đã có<#if days??> ${days} ngày</#if>, mời ông/bà đến nhận tại ${dossier.returnPlace}.</@sms>
<@zalo template="not-collected" so_ho_so=dossier.number ten=to.name co_quan=agency.name noi_tra=dossier.returnPlace so_ngay=days!"0"/>
