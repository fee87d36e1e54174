using ReplayLint.Readers.Script;
using Xunit;

namespace ReplayLint.Tests.Readers.Script;

/// <summary>Cookies that scripts write, and for how long.</summary>
public class CookieReaderTests
{
    [Theory]
    [InlineData("document.cookie = 'consent=yes; max-age=31536000; path=/';", "consent", 365, "31536000", "15552000")]
    [InlineData("document.cookie = `consent=${v}; Max-Age=31536000`;", "consent", 365, "31536000", "15552000")]
    [InlineData("document.cookie = 'consent=' + v + ';path=/;max-age=31536000';", "consent", 365, "31536000", "15552000")]
    [InlineData("document.cookie = 'consent=' + v + '; max-age=' + 60 * 60 * 24 * 365;", "consent", 365, "365", "180")]
    [InlineData("const year = 365 * 24 * 60 * 60; document.cookie = `consent=${v}; max-age=${year}`;", "consent", 365, "365", "180")]
    [InlineData("const NAME = 'consent', AGE = 31536000; document.cookie = NAME + '=' + v + '; max-age=' + AGE;", "consent", 365, "31536000", "15552000")]
    [InlineData("document.cookie = 'consent=1; max-age=' + (60 * 60 * 24 * 30);", "consent", 30, "60", "360")]
    [InlineData("document.cookie = 'consent=; max-age=0';", "consent", 0, "0", "15552000")]
    [InlineData("document.cookie = 'consent=yes; expires=Fri, 31 Dec 9999 23:59:59 GMT';", "consent", double.PositiveInfinity, null, null)]
    [InlineData("var d = new Date(); d.setFullYear(d.getFullYear() + 1); document.cookie = 'consent=1; expires=' + d.toUTCString();", "consent", 365.25, "1", "0")]
    [InlineData("var d = new Date(); d.setDate(d.getDate() + 365); document.cookie = 'consent=1;expires=' + d.toUTCString() + ';path=/';", "consent", 365, "365", "180")]
    [InlineData("var d = new Date(); d.setMonth(d.getMonth() + 12); document.cookie = 'consent=1;expires=' + d.toGMTString();", "consent", 365.25, "12", "5")]
    [InlineData("var d = new Date(); d.setTime(d.getTime() + 365 * 24 * 60 * 60 * 1000); document.cookie = 'consent=1; expires=' + d.toUTCString();", "consent", 365, "365", "180")]
    [InlineData("var d = new Date(Date.now() + 365 * 864e5); document.cookie = `consent=1; expires=${d.toUTCString()}`;", "consent", 365, "365", "180")]
    [InlineData("var e = new Date(new Date().getTime() + 31536e6).toUTCString(); document.cookie = 'consent=1; expires=' + e;", "consent", 365, "31536e6", "15552000000")]
    [InlineData("var e = new Date(new Date().setFullYear(new Date().getFullYear() + 1)); document.cookie = 'consent=1; expires=' + e.toUTCString();", "consent", 365.25, "1", "0")]
    [InlineData("document.cookie = ['consent=yes', 'path=/', 'max-age=31536000'].join('; ');", "consent", 365, "31536000", "15552000")]
    [InlineData("document.cookie = 'theme=dark; max-age=31536000';", "theme", 365, "31536000", "15552000")]
    [InlineData("document.cookie = encodeURIComponent('consent') + '=1; max-age=31536000';", "consent", 365, "31536000", "15552000")]
    [InlineData("function set(name, value, days) { var d = new Date(); d.setTime(d.getTime() + days * 24 * 60 * 60 * 1000); document.cookie = name + '=' + value + ';expires=' + d.toUTCString() + ';path=/'; } set('consent', 'yes', 365);", "consent", 365, "365", "180")]
    [InlineData("function set(name, value, days) { var expires = ''; if (days) { var date = new Date(); date.setTime(date.getTime() + (days * 24 * 60 * 60 * 1000)); expires = '; expires=' + date.toUTCString(); } document.cookie = name + '=' + (value || '') + expires + '; path=/'; } set('consent', 'yes', 365);", "consent", 365, "365", "180")]
    [InlineData("function set(name, value) { document.cookie = `${name}=${value}; max-age=31536000`; } set('consent', 'yes');", "consent", 365, "set('consent', 'yes')", null)]
    public void A_lifetime_is_worked_out(string script, string name, double days, string? place, string? number)
    {
        var cookie = Assert.Single(ScriptDocument.Parse(script).Cookies);

        Assert.Equal(name, cookie.Name);
        Assert.Equal(days, cookie.Days, precision: 3);
        Assert.Equal(number is "0" ? null : number, cookie.Number);
        if (place is not null)
            Assert.Equal(place, script.Substring(cookie.Span.Start, cookie.Span.Length));
    }

    [Theory]
    [InlineData("document.cookie = 'consent=yes';")]
    [InlineData("document.cookie = 'consent=yes; max-age=' + age;")]
    [InlineData("document.cookie = 'consent=yes; expires=' + until;")]
    [InlineData("document.cookie = 'consent=yes; expires=Thu, 01 Jan 1970 00:00:00 GMT';")]
    [InlineData("document.cookie = name + '=yes; max-age=31536000';")]
    [InlineData("var d = new Date(); d.setFullYear(2038); document.cookie = 'consent=1; expires=' + d.toUTCString();")]
    [InlineData("document.cookie;")]
    [InlineData("document.cookie = a = document.cookie = b;")]
    [InlineData("function f(a) { document.cookie = a; f(a); } f(f);")]
    [InlineData("const a = b + 'x=1; max-age=' + b, b = a + a; document.cookie = a;")]
    public void What_is_not_known_is_not_said(string script) => Assert.Empty(ScriptDocument.Parse(script).Cookies);
}
