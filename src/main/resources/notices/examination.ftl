<#import "common.ftl" as c>
<@subject>Lịch sát hạch, kiểm tra, hồ sơ ${dossier.number}</@subject>
<@mail>
<@c.letter>
Mời ông/bà dự sát hạch, kiểm tra theo hồ sơ đã nộp.
<#if meeting??>
<#if meeting.at??>
Thời gian: ${meeting.at}
</#if>
<#if meeting.place??>
Địa điểm, nội dung: ${meeting.place}
</#if>
<#else>
Thời gian, địa điểm: liên hệ cơ quan giải quyết.
</#if>
Khi đến, xin mang theo giấy tờ tùy thân.
</@c.letter>
</@mail>
<@sms>Hồ sơ ${dossier.number}: lịch sát hạch, kiểm tra<#if meeting?? && meeting.at??> ${meeting.at}</#if>. <@c.more/> ${agency.name}</@sms>
<@zalo template="examination" so_ho_so=dossier.number ten=to.name co_quan=agency.name thoi_gian=(meeting.at)!"theo thông báo"/>
